import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { compilePattern } from '@/lib/schema/pattern/compilePattern'
import { patternSamples } from '@/lib/schema/pattern/patternSamples'
import type { SamplePlace, Sampler } from './sampler'
import { sampleNames, typicalProperties } from './sampleWords'

const deepest = 4
const most = 100

/** An object with what is required, and with as much more as the size asks for and the schemas let stand together. */
export function* sampleObject(
  schemas: readonly JsonObject[],
  place: SamplePlace,
  sampler: Sampler,
): Iterable<JsonValue> {
  const required = new Set(schemas.flatMap(({ required: names }) => (Array.isArray(names) ? names : [])).map(String))
  const base = grow({}, required, schemas, place, sampler)
  if (base === undefined) return
  const least = Math.max(
    0,
    ...schemas.map(({ minProperties }) => (typeof minProperties === 'number' ? minProperties : 0)),
  )
  const offered = optionalNames(schemas, required, least, place, sampler)
  const enough = fillUp(base, least, offered, schemas, place, sampler)

  let best = enough
  for (const name of wantedNames(offered, best, schemas, place, sampler.size)) {
    const larger = Object.hasOwn(best, name) ? undefined : grow(best, [name], schemas, place, sampler)
    // What does not stand together with the rest is left out; nothing is, while the rest is not enough by itself.
    if (larger !== undefined && (sampler.fits(schemas, larger) || !sampler.fits(schemas, best))) best = larger
  }
  yield best
  yield enough
  yield base
}

/** The object with further members; undefined where one of them has no value. Takes along what they depend on. */
function grow(
  object: JsonObject,
  names: Iterable<string>,
  schemas: readonly JsonObject[],
  place: SamplePlace,
  sampler: Sampler,
): JsonObject | undefined {
  const members = new Map(Object.entries(object))
  const waiting = [...names]
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    if (members.has(name)) continue
    const inside = { names: [...place.names, name], depth: place.depth + 1 }
    const value = sampler.find(memberSchemas(schemas, name), inside)
    if (value === undefined) return undefined
    members.set(name, value)
    for (const { dependencies } of schemas) {
      const needed = isJsonObject(dependencies) ? getOwn(dependencies, name) : undefined
      if (Array.isArray(needed)) for (const name of needed) waiting.push(String(name))
    }
  }
  return Object.fromEntries(members)
}

/** Optional properties that the size asks for. */
function wantedNames(
  offered: string[],
  base: JsonObject,
  schemas: readonly JsonObject[],
  place: SamplePlace,
  size: Sampler['size'],
): string[] {
  if (size === 'minimal' || place.depth > deepest) return []
  const declared = offered.filter((name) =>
    schemas.some(({ properties }) => isJsonObject(properties) && Object.hasOwn(properties, name)),
  )
  if (size === 'full') return declared.length > 0 ? declared : offered.slice(0, 1)
  if (place.depth > 0) return declared.length === 0 && Object.keys(base).length === 0 ? offered.slice(0, 1) : []
  const typical = declared.filter((name) => typicalProperties.has(name))
  if (typical.length > 0 || Object.keys(base).length > 0) return typical
  return declared.filter((name) => memberSchemas(schemas, name).some(isScalar))
}

/** Names that an object may have beside the required ones: the declared ones, then some that patterns or maps leave room for. */
function optionalNames(
  schemas: readonly JsonObject[],
  required: ReadonlySet<string>,
  least: number,
  place: SamplePlace,
  sampler: Sampler,
): string[] {
  const declared = schemas.flatMap(({ properties }) => (isJsonObject(properties) ? Object.keys(properties) : []))
  const patterns = schemas.flatMap(({ patternProperties }) =>
    isJsonObject(patternProperties) ? Object.keys(patternProperties) : [],
  )
  const matching = patterns.flatMap((pattern) => take(patternSamples(pattern), 2))
  const open = schemas.every(({ additionalProperties }) => additionalProperties !== false)
  const free = open && (declared.length === 0 || least > declared.length) ? freeNames(schemas, place, sampler) : []
  return [...new Set([...declared, ...matching, ...free])].filter((name) => !required.has(name))
}

/** Names for members that an object does not declare. */
function freeNames(schemas: readonly JsonObject[], place: SamplePlace, sampler: Sampler): string[] {
  const rules = schemas.flatMap(({ propertyNames }) => (propertyNames === undefined ? [] : [propertyNames]))
  const words = sampler.all([...rules, { type: 'string' }], { names: ['propertyName'], depth: place.depth + 1 })
  return [...(sampleNames.get(place.names.at(-1) ?? '') ?? []), ...take(words, 5).map(String)]
}

function isScalar(schema: JsonValue): boolean {
  return isJsonObject(schema) && schema.type !== 'array' && schema.type !== 'object'
}

function take<T>(values: Iterable<T>, number: number): T[] {
  const taken: T[] = []
  for (const value of values) {
    if (taken.length === number) break
    taken.push(value)
  }
  return taken
}

function fillUp(
  base: JsonObject,
  least: number,
  offered: string[],
  schemas: readonly JsonObject[],
  place: SamplePlace,
  sampler: Sampler,
): JsonObject {
  let filled = base
  const spare = Array.from({ length: Math.min(least, most) }, (_, i) => `example${i + 1}`)
  for (const name of [...offered, ...spare]) {
    if (Object.keys(filled).length >= least) break
    filled = grow(filled, [name], schemas, place, sampler) ?? filled
  }
  return filled
}

/** What the schemas together say of a member. */
function memberSchemas(schemas: readonly JsonObject[], name: string): JsonValue[] {
  return schemas.flatMap(({ properties, patternProperties, additionalProperties }) => {
    const own = isJsonObject(properties) ? getOwn(properties, name) : undefined
    const patterns = isJsonObject(patternProperties) ? Object.entries(patternProperties) : []
    const matching = patterns.filter(([pattern]) => compilePattern(pattern).test(name)).map(([, schema]) => schema)
    if (own !== undefined || matching.length > 0) return own === undefined ? matching : [own, ...matching]
    return additionalProperties === undefined ? [] : [additionalProperties]
  })
}
