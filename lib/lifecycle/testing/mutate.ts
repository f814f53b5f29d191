import fc from 'fast-check'
import { isJsonObject, type JsonValue } from '@/lib/base/json'

/** One random change of a document at one of its places. */
export interface Mutation {
  /** which place, modulo their number */
  at: number
  kind: 'remove' | 'replace' | 'add' | 'repeat'
  name: string
  value: JsonValue
}

/** Changes that are likely to make a payload ask for more, for less, or for what nobody offers. */
export const arbitraryMutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(60),
  kind: fc.constantFrom('remove', 'replace', 'add', 'repeat'),
  name: fc.constantFrom('name', 'preload', 'disableDisplay', 'disableShell', 'caches', 'env', 'x', '__proto__'),
  value: fc.constantFrom<JsonValue>(
    true,
    false,
    null,
    0,
    -1,
    3601,
    '',
    'x',
    'directory',
    'file',
    '2 days',
    [],
    {},
    { a: 'b' },
  ),
})

/** The document with a change made; it is not itself changed. */
export function mutate(document: JsonValue, mutation: Mutation): JsonValue {
  const places = placesOf(document)
  return change(document, places[mutation.at % places.length] ?? [], mutation)
}

function placesOf(value: JsonValue): (string | number)[][] {
  const members: [string | number, JsonValue][] = Array.isArray(value)
    ? [...value.entries()]
    : isJsonObject(value)
      ? Object.entries(value)
      : []
  return [[], ...members.flatMap(([key, member]) => placesOf(member).map((place) => [key, ...place]))]
}

function change(value: JsonValue, [head, ...rest]: (string | number)[], mutation: Mutation): JsonValue {
  if (head === undefined) return changed(value, mutation)
  const last = rest.length === 0
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => {
      if (index !== head) return [item]
      if (last && mutation.kind === 'remove') return []
      if (last && mutation.kind === 'repeat') return [item, item]
      return [change(item, rest, mutation)]
    })
  }
  if (!isJsonObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) => {
      if (key !== head) return [[key, member]]
      return last && mutation.kind === 'remove' ? [] : [[key, change(member, rest, mutation)]]
    }),
  )
}

function changed(value: JsonValue, { kind, name, value: other }: Mutation): JsonValue {
  if (kind === 'add' && isJsonObject(value)) return Object.fromEntries([...Object.entries(value), [name, other]])
  if (kind === 'add' && Array.isArray(value)) return [...value, other]
  return kind === 'replace' ? other : value
}
