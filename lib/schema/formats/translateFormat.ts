import type { JsonObject, JsonValue } from '@/lib/base/json'

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

const beyond = '\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef'
const atom = `[A-Za-z0-9!#$%&'*+/=?^_\`{|}~${beyond}-]+`
const folded = '(([ \\t]*\\r\\n)?[ \\t]+)?'
const inner = `([\\x01-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f!#-\\[\\]-~${beyond}]|\\([\\x01-\\x09\\x0b-\\x7f])`
const edge = `A-Za-z0-9${beyond}`
const label = `[${edge}]([${edge}._~-]*[${edge}])?`
const lastEdge = `A-Za-z${beyond}`
const last = `[${lastEdge}]([${edge}_~-]*[${lastEdge}])?`

/**
 * What the script engine's validator takes for an e-mail address, as one pattern: no display name; a host with a dot, whose last label begins and ends with a
 * letter, and perhaps a final dot. Quotation marks are odd there: each one takes the character behind it along, and the last stands alone.
 */
export const emailPattern = `^(${atom}(\\.${atom})*|("${folded}${inner})*${folded}")@(${label}\\.)+${last}\\.?$`

const group = '0*[0-9A-Fa-f]{1,4}'
const byte = '(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])'
const dotted = `${byte}(\\.${byte}){3}`

/** What may stand behind `::` where that leaves room for so many groups. */
function tail(room: number): string {
  const groups = room > 0 ? `${group}(:${group}){0,${room - 1}}` : ''
  return room > 1 ? `(${groups}|(${group}:){0,${room - 2}}${dotted})?` : room > 0 ? `(${groups})?` : ''
}

const shortened = [0, 1, 2, 3, 4, 5, 6, 7].map((before) => {
  const head = before === 0 ? '' : `${group}(:${group}){${before - 1}}`
  return `${head}::${tail(7 - before)}`
})

/** What the script engine's validator (of Go 1.19) takes for an IPv6 address, as one pattern: a group may have more than four digits where those in front are zeros. */
export const ipv6Pattern = `^((${group}:){7}${group}|(${group}:){6}${dotted}|${shortened.join('|')})$`
