import type { Term } from '@/lib/schema/compare/term'
import type { Place, Reading } from './reading'

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
