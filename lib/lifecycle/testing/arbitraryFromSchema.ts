import fc from 'fast-check'
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { patternSamples } from '@/lib/schema/pattern/patternSamples'
import { sampleFormats } from '@/lib/schema/sample/sampleWords'
import { compilePayloadValidator } from '@/lib/schema/validate/compilePayloadValidator'

/** Values worth trying, by the name of the property that they stand at; `*` has names of members of maps. Those that do not fit a schema are passed over. */
export type Words = Record<string, JsonValue[]>

/** Values that a schema of the catalog accepts, near enough: no `not`, no conditions. A secret is a reference. */
export function arbitraryFromSchema(schema: JsonValue, words: Words, name = ''): fc.Arbitrary<JsonValue> {
  if (!isJsonObject(schema)) return fc.constantFrom<JsonValue>(null, true, 'text', 1)
  if (schema.secret === true) return fc.constant({ $env: 'SECRET' })
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum)
  const branches = Array.isArray(schema.oneOf) ? schema.oneOf : schema.anyOf
  if (Array.isArray(branches)) return fc.oneof(...branches.map((branch) => arbitraryFromSchema(branch, words, name)))
  const fitting = (words[name] ?? []).filter((word) => compilePayloadValidator(schema).accepts(word))
  const types = Array.isArray(schema.type) ? schema.type : [schema.type ?? 'string']
  const made = types.map((type) => ofType(String(type), schema, words, name))
  return fitting.length > 0 ? fc.oneof(fc.constantFrom(...fitting), ...made) : fc.oneof(...made)
}

function ofType(type: string, schema: JsonObject, words: Words, name: string): fc.Arbitrary<JsonValue> {
  switch (type) {
    case 'boolean':
      return fc.boolean()
    case 'integer':
    case 'number':
      return integers(schema)
    case 'array':
      return arrays(schema, words, name)
    case 'object':
      return objects(schema, words)
    case 'null':
      return fc.constant(null)
    default:
      return texts(schema)
  }
}

function integers({ minimum, maximum }: JsonObject): fc.Arbitrary<JsonValue> {
  const min = typeof minimum === 'number' ? minimum : -2147483648
  const max = typeof maximum === 'number' ? Math.min(maximum, 2147483647) : 2147483647
  return fc.oneof(
    fc.constantFrom(min, max),
    fc.integer({ min, max: Math.min(max, min + 100) }),
    fc.integer({ min, max }),
  )
}

function texts(schema: JsonObject): fc.Arbitrary<JsonValue> {
  const { format, pattern, maxLength } = schema
  if (typeof format === 'string') return fc.constant(sampleFormats.get(format) ?? '')
  if (typeof pattern === 'string') {
    const some: string[] = []
    for (const text of patternSamples(pattern)) {
      if (some.length === 6) break
      some.push(text)
    }
    return fc.constantFrom(...(some.length > 0 ? some : ['']))
  }
  return fc.string({ unit: 'grapheme', maxLength: typeof maxLength === 'number' ? maxLength : 6 })
}

function arrays({ items }: JsonObject, words: Words, name: string): fc.Arbitrary<JsonValue> {
  if (isJsonObject(items) && items.not !== undefined) return fc.constant([])
  return fc.array(arbitraryFromSchema(items ?? {}, words, name), { maxLength: 3 })
}

function objects(schema: JsonObject, words: Words): fc.Arbitrary<JsonValue> {
  const required = Array.isArray(schema.required) ? schema.required : []
  const properties = isJsonObject(schema.properties) ? Object.entries(schema.properties) : []
  const declared = properties.map(([name, property]) => {
    const member = arbitraryFromSchema(property, words, name).map((value): [string, JsonValue][] => [[name, value]])
    return required.includes(name)
      ? member
      : fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 2, arbitrary: member })
  })
  const { additionalProperties } = schema
  const names = (words['*'] ?? []).filter((word) => typeof word === 'string')
  const open = isJsonObject(additionalProperties) && names.length > 0
  const further = open
    ? fc.array(fc.tuple(fc.constantFrom(...names), arbitraryFromSchema(additionalProperties, words)), { maxLength: 3 })
    : fc.constant([])
  return fc.tuple(further, ...declared).map((members) => Object.fromEntries(members.flat()))
}
