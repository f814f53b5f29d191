import type { JsonObject, JsonValue } from '@/lib/base/json'
import { emailPattern } from './emailPattern'
import { ipv6Pattern } from './ipv6Pattern'

const timeOfDay = '^([01]?[0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]([.,][0-9]+)?|[.,][0-9]+)$'

/**
 * Some formats mean something else to the script engine's validator: a date or a time is a `date-time`, an `email` one regular expression, a `regex` a UUID
 * (a mistake of its own), and groups of an `ipv6` may be long. That is said in words that any validator understands; the other formats keep their names.
 */
export function translateFormat(schema: JsonObject): JsonObject {
  const { format, ...rest } = schema
  switch (format) {
    case 'date-time': {
      const forms = ['date-time', 'date', 'time'].map((name) => ({ format: name }))
      return withPart(rest, { anyOf: [...forms, { pattern: timeOfDay }] })
    }
    case 'email':
      return withPart(rest, { pattern: emailPattern })
    case 'ipv6':
      return withPart(rest, { pattern: ipv6Pattern })
    case 'regex':
      return { ...rest, format: 'uuid' }
    default:
      return schema
  }
}

/** Adds what a schema also demands: beside its keywords where they leave room, else as a part of `allOf`. */
function withPart(schema: JsonObject, part: JsonObject): JsonObject {
  if (!Object.keys(part).some((keyword) => Object.hasOwn(schema, keyword))) return { ...schema, ...part }
  const others: JsonValue[] = Array.isArray(schema.allOf) ? schema.allOf : []
  return { ...schema, allOf: [...others, part] }
}
