import type { JsonValue } from '@/lib/base/json'
import type { Term } from '@/lib/schema/compare/term'
import type { Place, Reading, ReadKeywords } from './reading'

/** `type`, `enum` and `const`. */
export const readAny: ReadKeywords = (at, reading) => {
  const { schema } = at
  return [
    ...(schema.type === undefined ? [] : [readType(schema.type, at, reading)]),
    ...(schema.enum === undefined ? [] : [readEnum(schema.enum, at, reading)]),
    ...(schema.const === undefined ? [] : [reading.terms.enum([schema.const])]),
  ]
}

function readType(type: JsonValue, at: Place, reading: Reading): Term {
  const { terms } = reading
  const options = (Array.isArray(type) ? type : [type]).map((name) => typeTerm(name, at, reading))
  // some validators take `null` where a schema says `nullable`, which is a keyword of none of the drafts
  const asNull = terms.make({ kind: 'type', type: 'null' })
  const alsoNull =
    at.schema.nullable === true
      ? [terms.and([asNull, reading.opaque('nullable', at, { reason: 'validators do not agree on `nullable`' })])]
      : []
  return terms.or([...options, ...alsoNull])
}

function typeTerm(name: JsonValue, at: Place, reading: Reading): Term {
  const { terms } = reading
  switch (name) {
    case 'integer':
      return terms.and([terms.make({ kind: 'type', type: 'number' }), terms.make({ kind: 'multiple', divisor: 1 })])
    case 'object':
    case 'array':
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return terms.make({ kind: 'type', type: name })
    default:
      return reading.opaque('type', at, { reason: 'the type is not one of JSON Schema' })
  }
}

function readEnum(options: JsonValue, at: Place, reading: Reading): Term {
  if (Array.isArray(options)) return reading.terms.enum(options)
  return reading.opaque('enum', at, { reason: '`enum` is not a list' })
}
