import { equalJson, isJsonObject, type JsonValue } from './json'
import { appendPath } from './path'

/** One place at which two JSON values differ. */
export type JsonChange = { path: string } & (
  | { kind: 'added'; after: JsonValue }
  | { kind: 'removed'; before: JsonValue }
  | { kind: 'changed'; before: JsonValue; after: JsonValue }
)

/**
 * The places at which two JSON values differ, the smallest ones, in the order of their paths; none for equal values. Lists are compared item by
 * item, and what one has more at its end is added or removed.
 */
export function compareJson(before: JsonValue, after: JsonValue, path = ''): JsonChange[] {
  if (equalJson(before, after)) return []
  if (Array.isArray(before) && Array.isArray(after)) {
    const places = Array.from({ length: Math.max(before.length, after.length) }, (_, i) => i)
    return places.flatMap((i) => compareMember(before[i], after[i], appendPath(path, i)))
  }
  if (isJsonObject(before) && isJsonObject(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
    const member = (from: typeof before, name: string) => (Object.hasOwn(from, name) ? from[name] : undefined)
    return names.flatMap((name) => compareMember(member(before, name), member(after, name), appendPath(path, name)))
  }
  return [{ path, kind: 'changed', before, after }]
}

function compareMember(before: JsonValue | undefined, after: JsonValue | undefined, path: string): JsonChange[] {
  if (before === undefined) return after === undefined ? [] : [{ path, kind: 'added', after }]
  return after === undefined ? [{ path, kind: 'removed', before }] : compareJson(before, after, path)
}
