import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import { isReference } from '@/lib/compose/design/references'
import type { ResolvedDesign } from './resolvedDesign'

/** What a template sees in place of a value that nobody knows yet, and who is told that it looked. */
interface OpenValues {
  /** places (JSON) of secrets: they are taken as set, with this text */
  secrets: Set<string>
  touched: (place: (string | number)[], reference: JsonObject) => void
}

const SECRET = 'set'

/**
 * A configuration as templates may read it: every reference becomes a member or item that, when read, reports itself as touched. So a schema that
 * depends on an open value is noticed instead of guessed. Values without references are returned as they are.
 */
export function guardOpenValues(value: JsonValue, place: (string | number)[], open: OpenValues): JsonValue {
  if (isReference(value)) return read(value, place, open)
  return Array.isArray(value) || isJsonObject(value) ? guardMembers(value, place, open) : value
}

function guardMembers(value: JsonObject | JsonValue[], place: (string | number)[], open: OpenValues): JsonValue {
  const guarded: JsonObject | JsonValue[] = Array.isArray(value) ? [] : {}
  let changed = false
  for (const [name, member] of Object.entries<JsonValue>(value)) {
    const at = [...place, Array.isArray(value) ? Number(name) : name]
    if (isReference(member)) {
      changed = true
      Object.defineProperty(guarded, name, { enumerable: true, get: () => read(member, at, open) })
      continue
    }
    const inner = guardOpenValues(member, at, open)
    changed ||= inner !== member
    // A plain assignment would lose a member called __proto__.
    Object.defineProperty(guarded, name, { enumerable: true, value: inner })
  }
  return changed ? guarded : value
}

function read(reference: JsonObject, place: (string | number)[], open: OpenValues): JsonValue {
  if (!open.secrets.has(JSON.stringify(place))) open.touched(place, reference)
  return SECRET
}

/** Problems for open values that a schema depends on: without a sample nobody can say what the payload looks like. */
export function openProblems(resolved: ResolvedDesign): Problem[] {
  return [...resolved.openPlaces.values()].map(({ path, component, name }) => ({
    code: 'sample-needed',
    severity: 'error',
    message: 'The payload schema depends on this value, which is known only where the worker runs.',
    path,
    component,
    help:
      name === '' ? 'Write the value itself.' : `Give a sample value for ${name} (samples, or an environment file).`,
  }))
}
