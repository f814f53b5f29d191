import type { JsonObject, JsonValue } from '@/lib/base/json'
import { checkSchema } from '@/lib/schema/check/checkSchema'
import { type PreparedSchema, prepareSchema } from '@/lib/schema/document/prepareSchema'
import { readSchemaDocument } from '@/lib/schema/document/schemaDocument'
import { collectFindings } from '@/lib/schema/validate/explain/collectFindings'
import { expandSchemas } from './expandSchemas'
import { sampleArray } from './sampleArray'
import { sampleObject } from './sampleObject'
import type { SamplePlace, Sampler, SampleSize, SampleType } from './sampler'
import { sampleNumber, sampleString } from './sampleScalars'
import { wordsFor } from './sampleWords'

/**
 * An example that a payload schema accepts, made for people to read: `minimal` has what is required, `typical` also what most
 * tasks use, `full` as much as can stand together. The same schema gives the same example. Undefined where none was found, and for
 * schemas that `checkSchema` refuses.
 */
export function samplePayload(schema: JsonObject, { size }: { size: SampleSize }): JsonValue | undefined {
  if (checkSchema(schema).length > 0) return undefined
  const prepared = prepareSchema(readSchemaDocument(schema).nodes)
  const found = createSampler(prepared, size).find([prepared.root], { names: [], depth: 0 })
  return found !== undefined && collectFindings(prepared, found).length === 0 ? found : undefined
}

const makers: Record<string, SampleType> = {
  string: sampleString,
  integer: sampleNumber,
  number: sampleNumber,
  boolean: () => [false, true],
  null: () => [null],
  array: sampleArray,
  object: sampleObject,
}

/** Keywords that give away a type where none is named. */
const signs: [string, string[]][] = [
  ['object', ['properties', 'required', 'patternProperties', 'propertyNames', 'additionalProperties', 'minProperties']],
  ['array', ['items', 'minItems', 'contains', 'uniqueItems']],
  ['number', ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']],
]

/** values looked at while an example is made: enough for any schema a person writes */
const mostValues = 4000
const deepest = 24
/** kept back for each level, so that what is around a value can still be finished */
const reserve = 100

/** Makes values that fit schemas of a prepared document. */
export function createSampler(prepared: PreparedSchema, size: SampleSize): Sampler {
  let left = mostValues
  const fits = (schemas: readonly JsonValue[], value: JsonValue): boolean =>
    schemas.every((schema) => collectFindings(prepared, value, schema).length === 0)

  function* all(schemas: readonly JsonValue[], place: SamplePlace): Generator<JsonValue> {
    if (place.depth > deepest) return
    for (const plain of expandSchemas(prepared, schemas)) {
      for (const value of candidates(plain, place, sampler)) {
        if (left <= place.depth * reserve) return
        left--
        if (fits(schemas, value)) yield value
      }
    }
  }

  const sampler: Sampler = {
    size,
    fits,
    all,
    find(schemas, place) {
      for (const value of all(schemas, place)) return value
      return undefined
    },
  }
  return sampler
}

function* candidates(schemas: readonly JsonObject[], place: SamplePlace, sampler: Sampler): Generator<JsonValue> {
  for (const schema of schemas) {
    if (schema.const !== undefined) yield schema.const
    if (Array.isArray(schema.examples)) yield* schema.examples
  }
  for (const schema of schemas) {
    const options = schema.enum
    if (!Array.isArray(options)) continue
    yield* wordsFor(place)
    yield* options
  }
  const defaults = schemas.flatMap((schema) => (schema.default === undefined ? [] : [schema.default]))
  // an empty object shows less than one made for the purpose
  const plain = (value: JsonValue) => value === null || typeof value !== 'object'
  yield* defaults.filter(plain)
  for (const type of typesOf(schemas)) yield* makers[type]?.(schemas, place, sampler) ?? []
  yield* defaults.filter((value) => !plain(value))
}

/** The types that all schemas allow; those that the keywords suggest where no type is named. */
function typesOf(schemas: readonly JsonObject[]): string[] {
  const named = schemas.flatMap(({ type }) =>
    type === undefined ? [] : [Array.isArray(type) ? type.map(String) : [String(type)]],
  )
  const [first, ...others] = named
  if (first !== undefined) return first.filter((type) => others.every((types) => allows(types, type)))
  const suggested = signs.filter(([, keywords]) =>
    schemas.some((schema) => keywords.some((keyword) => keyword in schema)),
  )
  return [...suggested.map(([type]) => type), ...Object.keys(makers)]
}

function allows(types: string[], type: string): boolean {
  return (
    types.includes(type) ||
    (type === 'integer' && types.includes('number')) ||
    (type === 'number' && types.includes('integer'))
  )
}
