import type { Term } from '@/lib/compare/terms/term'
import type { Place, Reading, ReadKeywords } from './reading'
import { below } from './schemaSource'

/** `items`, `additionalItems`, `minItems`, `maxItems`, `uniqueItems` and `contains`. */
export const readArray: ReadKeywords = (at, reading) => {
  const { terms, read, opaque } = reading
  const { uniqueItems, contains } = at.schema
  const found = [...readItems(at, reading), ...readLength('array', ['minItems', 'maxItems'], at, reading)]
  if (uniqueItems === true) found.push(terms.make({ kind: 'unique' }))
  else if (uniqueItems !== undefined && uniqueItems !== false)
    found.push(opaque('uniqueItems', at, { reason: '`uniqueItems` is neither true nor false', of: 'array' }))
  if (contains !== undefined)
    found.push(terms.make({ kind: 'contains', term: read(contains, below(at.pointer, 'contains')) }))
  return found
}

function readItems({ schema, pointer }: Place, { terms, read }: Reading): Term[] {
  const { items, additionalItems } = schema
  const rest = (from: number, term: Term) => (term === terms.yes ? [] : [terms.make({ kind: 'rest', from, term })])
  if (items === undefined) return []
  if (!Array.isArray(items)) return rest(0, read(items, below(pointer, 'items')))
  const first = items.flatMap((item, index) => {
    const term = read(item, below(pointer, 'items', index))
    return term === terms.yes ? [] : [terms.make({ kind: 'item', index, term })]
  })
  if (additionalItems === undefined) return first
  return [...first, ...rest(items.length, read(additionalItems, below(pointer, 'additionalItems')))]
}

/** A pair of keywords that bound how long something is, such as `minLength` and `maxLength`. */
export function readLength(
  of: 'string' | 'array' | 'object',
  [least, most]: [string, string],
  at: Place,
  { terms, opaque }: Reading,
): Term[] {
  const bounds = [
    { keyword: least, side: 'least' },
    { keyword: most, side: 'most' },
  ] as const
  return bounds.flatMap(({ keyword, side }) => {
    const bound = at.schema[keyword]
    if (bound === undefined) return []
    if (typeof bound !== 'number' || bound < 0 || !Number.isInteger(bound))
      return [opaque(keyword, at, { reason: 'the bound is not a whole number', of })]
    return side === 'least' && bound === 0 ? [] : [terms.make({ kind: 'length', of, side, bound })]
  })
}
