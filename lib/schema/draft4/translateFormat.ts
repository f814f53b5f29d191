import type { JsonObject, JsonValue } from '../../base/json'

const timeOfDay = '^([01]?[0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.,][0-9]+)?$'

/**
 * The script engine's validator takes a date or a time for a `date-time`, and no backslash in a `uri`. Both are said in words that any
 * validator understands; the other formats keep their names.
 */
export function translateFormat(schema: JsonObject): JsonObject {
  if (schema.format === 'date-time') {
    const { format: _, ...rest } = schema
    const forms = ['date-time', 'date', 'time'].map((format) => ({ format }))
    return withPart(rest, { anyOf: [...forms, { pattern: timeOfDay }] })
  }
  return schema.format === 'uri' ? withPart(schema, { pattern: '^[^\\\\]*$' }) : schema
}

/** Adds what a schema also demands: beside its keywords where they leave room, else as a part of `allOf`. */
function withPart(schema: JsonObject, part: JsonObject): JsonObject {
  if (!Object.keys(part).some((keyword) => Object.hasOwn(schema, keyword))) return { ...schema, ...part }
  const others: JsonValue[] = Array.isArray(schema.allOf) ? schema.allOf : []
  return { ...schema, allOf: [...others, part] }
}
