import type { Term } from '@/lib/schema/compare/term'
import type { ObjectDemand, WantedProperty } from './objectDemand'
import { type Solution, type Solver, unknown } from './solver'

const mostPatterns = 8

/** A property with a name that no term speaks of, or none of a kind, or a reason why that is not known. */
export type NewProperty =
  | { kind: 'property'; name: string; terms: readonly Term[] }
  | Exclude<Solution, { kind: 'value' }>

/**
 * Properties with names that are not known yet, one of each kind: which patterns a name matches decides what its value must be. Without
 * a wanted one, properties of any kind.
 */
export function* newProperties(
  demand: ObjectDemand,
  wanted: WantedProperty | undefined,
  taken: Iterable<string>,
  { terms, solve }: Solver,
): Iterable<NewProperty> {
  const known = [...demand.known, ...taken]
  const isText = terms.make({ kind: 'type', type: 'string' })
  const certain = new Set([...(wanted?.matched ?? []), ...(wanted?.unmatched ?? [])])
  const open = demand.patterns.filter((pattern) => !certain.has(pattern))
  if (open.length > mostPatterns) {
    yield unknown('', 'too many patterns of names stand beside each other')
    return
  }

  function* split(index: number, matched: ReadonlySet<string>, nameTerms: readonly Term[]): Iterable<NewProperty> {
    const name = solve(nameTerms)
    if (name.kind === 'empty') return
    const pattern = open[index]
    if (pattern !== undefined) {
      const term = terms.make({ kind: 'pattern', source: pattern })
      yield* split(index + 1, matched, [...nameTerms, terms.not(term)])
      yield* split(index + 1, new Set([...matched, pattern]), [...nameTerms, term])
      return
    }
    const valueTerms = [
      ...demand.matching.filter((one) => matched.has(one.pattern)).map(({ term }) => term),
      ...demand.others.filter(({ patterns }) => !patterns.some((one) => matched.has(one))).map(({ term }) => term),
      ...(wanted === undefined ? [] : [wanted.term]),
    ]
    const value = solve(valueTerms)
    if (value.kind === 'empty') return
    if (value.kind === 'unknown') yield value
    else if (name.kind === 'unknown') yield name
    else if (typeof name.value === 'string') yield { kind: 'property', name: name.value, terms: valueTerms }
  }
  yield* split(0, new Set(wanted?.matched), [
    isText,
    ...demand.nameTerms,
    ...(wanted?.nameTerms ?? []),
    ...(known.length > 0 ? [terms.not(terms.enum(known))] : []),
  ])
}
