import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'

const PREFIX = '#/definitions/'
/** Deeper than this a reference stays: it may lead to itself. */
const DEEPEST = 6

/** A schema with its references to `definitions` written out, for people to read; those that lead deep down or nowhere stay as they are. */
export function inlineDefinitions(schema: JsonObject): JsonObject {
  const definitions = getOwn(schema, 'definitions')
  if (!isJsonObject(definitions)) return schema
  const inlined = inline(schema, definitions, 0)
  return isJsonObject(inlined) ? inlined : schema
}

function inline(value: JsonValue, definitions: JsonObject, depth: number): JsonValue {
  if (Array.isArray(value)) return value.map((item) => inline(item, definitions, depth))
  if (!isJsonObject(value)) return value
  const { $ref } = value
  if (typeof $ref === 'string' && $ref.startsWith(PREFIX) && depth < DEEPEST) {
    const definition = getOwn(definitions, $ref.slice(PREFIX.length))
    if (definition !== undefined) return inline(definition, definitions, depth + 1)
  }
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, inline(member, definitions, depth)]))
}
