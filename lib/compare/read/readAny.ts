import type { JsonValue } from '@/lib/base/json'
import type { Term } from '@/lib/compare/terms/term'
import type { Place, Reading, ReadKeywords } from './reading'
import { below } from './schemaSource'

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

/** `allOf`, `anyOf`, `oneOf`, `not` and `if`. */
export const readCombined: ReadKeywords = (at, reading) => {
  const { terms, read } = reading
  const { schema, pointer } = at
  const found: Term[] = []
  for (const keyword of ['allOf', 'anyOf', 'oneOf'] as const) {
    const parts = schema[keyword]
    if (parts !== undefined) found.push(readParts(keyword, parts, at, reading))
  }
  if (schema.not !== undefined) found.push(terms.not(read(schema.not, below(pointer, 'not'))))
  if (schema.if !== undefined) found.push(readCondition(schema.if, at, reading))
  return found
}

function readParts(keyword: 'allOf' | 'anyOf' | 'oneOf', parts: JsonValue, at: Place, reading: Reading): Term {
  const { terms, read, opaque } = reading
  if (!Array.isArray(parts) || parts.length === 0)
    return opaque(keyword, at, { reason: `\`${keyword}\` is not a list of schemas` })
  const inner = parts.map((part, index) => read(part, below(at.pointer, keyword, index)))
  if (keyword === 'allOf') return terms.and(inner)
  return keyword === 'anyOf' ? terms.or(inner) : terms.one(inner)
}

function readCondition(condition: JsonValue, { schema, pointer }: Place, { terms, read }: Reading): Term {
  const holds = read(condition, below(pointer, 'if'))
  const branch = (keyword: 'then' | 'else') => {
    const subschema = schema[keyword]
    return subschema === undefined ? terms.yes : read(subschema, below(pointer, keyword))
  }
  return terms.and([terms.or([terms.not(holds), branch('then')]), terms.or([holds, branch('else')])])
}
