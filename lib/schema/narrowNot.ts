import { equalJson } from '@/lib/base/equalJson'
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { conjoin } from './conjoin'
import type { Narrow } from './schemaOrBoolean'

/**
 * Takes away what `refused` describes, in the plainest words: drops enum values, turns a boolean into the other constant, drops a
 * property; `not` is what remains for the rest. `false` when nothing is left.
 */
export function narrowNot(schema: JsonObject, refused: JsonObject, narrow: Narrow): JsonObject | false {
  const keys = Object.keys(refused)
  if (keys.length === 1 && 'const' in refused) return withoutValues(schema, [refused.const as JsonValue])
  if (keys.length === 1 && Array.isArray(refused.enum)) return withoutValues(schema, refused.enum)
  const { type, ...rest } = refused
  const asked = singleRequired(rest)
  const properties = isJsonObject(schema.properties) ? schema.properties : {}
  // `required` says nothing of values that are no objects, so one of the two has to keep those apart.
  if (asked !== undefined && Object.hasOwn(properties, asked) && (type ?? schema.type) === 'object') {
    const of = isJsonObject(rest.properties) ? rest.properties[asked] : undefined
    const restKeys = Object.keys(rest).length
    if (restKeys === 1) return asObject(narrow(schema, { properties: { [asked]: false } }))
    if (of !== undefined && restKeys === 2 && Object.keys(rest.properties ?? {}).length === 1) {
      return asObject(narrow(schema, { properties: { [asked]: { not: of } } }))
    }
  }
  if (isJsonObject(schema.not) && equalJson(schema.not, refused)) return schema
  return schema.not === undefined ? { ...schema, not: refused } : conjoin(schema, { not: refused })
}

function withoutValues(schema: JsonObject, values: JsonValue[]): JsonObject | false {
  const refused = (item: JsonValue) => values.some((value) => equalJson(item, value))
  if (schema.const !== undefined) return refused(schema.const) ? false : schema
  if (Array.isArray(schema.enum)) {
    const left = schema.enum.filter((item) => !refused(item))
    return left.length === 0 ? false : { ...schema, enum: left }
  }
  if (schema.type === 'boolean') {
    const left = [false, true].filter((item) => !refused(item))
    const [only] = left
    if (only === undefined) return false
    return left.length === 1 ? { ...schema, const: only } : schema
  }
  const not: JsonObject = values.length === 1 ? { const: values[0] ?? null } : { enum: values }
  return schema.not === undefined ? { ...schema, not } : conjoin(schema, { not })
}

function singleRequired(schema: JsonObject): string | undefined {
  const required = schema.required
  return Array.isArray(required) && required.length === 1 && typeof required[0] === 'string' ? required[0] : undefined
}

function asObject(schema: boolean | JsonObject): JsonObject | false {
  return schema === true ? {} : schema
}
