import type { JsonObject, JsonValue } from '@/lib/base/json'
import type { SamplePlace, Sampler } from './sampler'

const most = 1000

/** An array of as many items as needed, one where none is; then fewer and more. */
export function* sampleArray(
  schemas: readonly JsonObject[],
  place: SamplePlace,
  sampler: Sampler,
): Iterable<JsonValue> {
  const least = Math.max(0, ...schemas.map(({ minItems }) => (typeof minItems === 'number' ? minItems : 0)))
  const wanted = schemas.flatMap(({ contains }) => (contains === undefined ? [] : [contains]))
  const preferred = Math.max(least, wanted.length, 1)
  for (const length of new Set([preferred, least, 0, 1, preferred + 1])) {
    if (length > most) continue
    // what must be in it stands at the front, or at the back where schemas of single items leave no room there
    for (const front of new Set([0, Math.max(length - wanted.length, 0)])) {
      const items = makeItems(schemas, length, { wanted, front }, place, sampler)
      if (items !== undefined) yield items
      if (wanted.length === 0) break
    }
  }
}

function makeItems(
  schemas: readonly JsonObject[],
  length: number,
  { wanted, front }: { wanted: JsonValue[]; front: number },
  place: SamplePlace,
  sampler: Sampler,
): JsonValue[] | undefined {
  const inside = { names: place.names, depth: place.depth + 1 }
  const distinct = schemas.some(({ uniqueItems }) => uniqueItems === true)
  const items: JsonValue[] = []
  const used = new Set<string>()
  for (let i = 0; i < length; i++) {
    const contained = wanted[i - front]
    const parts = [
      ...schemas.flatMap((schema) => itemSchema(schema, i)),
      ...(contained === undefined ? [] : [contained]),
    ]
    const found = distinct ? firstUnused(sampler.all(parts, inside), used) : sampler.find(parts, inside)
    if (found === undefined) return undefined
    items.push(found)
  }
  return items
}

function firstUnused(values: Iterable<JsonValue>, used: Set<string>): JsonValue | undefined {
  for (const value of values) {
    const text = JSON.stringify(value)
    if (used.has(text)) continue
    used.add(text)
    return value
  }
  return undefined
}

/** The schema for the item at a position; none where anything goes. */
function itemSchema({ items, additionalItems }: JsonObject, index: number): JsonValue[] {
  if (items === undefined) return []
  if (!Array.isArray(items)) return [items]
  const own = items[index] ?? additionalItems
  return own === undefined ? [] : [own]
}
