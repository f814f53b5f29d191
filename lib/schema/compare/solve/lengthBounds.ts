import type { Term } from '@/lib/schema/compare/term'

/** The bounds that keywords set to a length. */
export function lengthBounds(literals: readonly Term[]): { least: number; most: number } {
  let least = 0
  let most = Number.POSITIVE_INFINITY
  for (const literal of literals) {
    const isNegated = literal.kind === 'not'
    const term = isNegated ? literal.part : literal
    if (term.kind !== 'length') continue
    if ((term.side === 'least') !== isNegated) least = Math.max(least, isNegated ? term.bound + 1 : term.bound)
    else most = Math.min(most, isNegated ? term.bound - 1 : term.bound)
  }
  return { least, most }
}
