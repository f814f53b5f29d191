import type { JsonValue } from '@/lib/base/json'
import type { Term } from '@/lib/schema/compare/term'
import type { Place, Reading, ReadKeywords } from './reading'
import { below } from './schemaSource'

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
