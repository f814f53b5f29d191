import { compareJson } from '@/lib/base/compareJson'
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { appendPath, pathSegments } from '@/lib/base/path'
import { redactCut } from '@/lib/base/redact'
import { isSecretName, redacted } from '@/lib/base/secretShapes'
import { isWithin } from './checkSecrets'

const mostPlaces = 40
const longestValue = 200

/** One changed place in the detail of an audit row: `before` is left out where it was added, `after` where it was removed. */
export interface AuditChange extends JsonObject {
  path: string
}

/**
 * The places at which two values differ, small enough for the audit: one for each leaf, 40 at most (`moreChanges` says how many are left out),
 * long values cut. Values in `hidden` places, and of members whose names speak of a secret, are not repeated.
 */
export function auditChanges(before: JsonValue, after: JsonValue, hidden: readonly string[] = []): JsonObject {
  const places = compareJson(before, after).flatMap((change) => {
    const { path } = change
    if (change.kind === 'changed') return leavesOf(path, change.before, change.after)
    if (change.kind === 'added') return leaves(path, change.after).map((leaf) => ({ ...leaf, side: 'after' }))
    return leaves(path, change.before).map((leaf) => ({ ...leaf, side: 'before' }))
  })
  const changes = new Map<string, AuditChange>()
  for (const { path, side, value } of places) {
    const shown = isWithin(path, hidden) || isSecretPlace(path, value) ? redacted : short(value)
    const known = changes.get(path)
    if (known === undefined && changes.size >= mostPlaces) continue
    changes.set(path, { ...(known ?? { path: path.slice(0, 300) }), [side]: shown })
  }
  const all = new Set(places.map(({ path }) => path)).size
  if (all === 0) return {}
  return { changes: [...changes.values()], ...(all > changes.size ? { moreChanges: all - changes.size } : {}) }
}

interface Leaf {
  path: string
  value: JsonValue
}

function leavesOf(path: string, before: JsonValue, after: JsonValue) {
  return [
    ...leaves(path, before).map((leaf) => ({ ...leaf, side: 'before' })),
    ...leaves(path, after).map((leaf) => ({ ...leaf, side: 'after' })),
  ]
}

/** The smallest parts of a value, with their places; a hidden one is a leaf of its own, however deep it stands. */
function leaves(path: string, value: JsonValue): Leaf[] {
  if (Array.isArray(value) && value.length > 0) return value.flatMap((item, at) => leaves(appendPath(path, at), item))
  if (!isJsonObject(value) || Object.keys(value).length === 0) return [{ path, value }]
  return Object.entries(value).flatMap(([name, member]) => leaves(appendPath(path, name), member))
}

/** By the last name in a place, as in `a.password` or `a.tokens[1]`; the names of variables and secrets that references have are none. */
function isSecretPlace(path: string, value: JsonValue): boolean {
  const name = pathSegments(path).findLast((segment) => typeof segment === 'string')
  return typeof value === 'string' && value !== '' && typeof name === 'string' && name[0] !== '$' && isSecretName(name)
}

function short(value: JsonValue): JsonValue {
  return typeof value === 'string' ? redactCut(value, longestValue) : value
}
