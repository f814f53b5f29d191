import { isOther } from '@/lib/compare/terms/evaluateTerm'
import type { Term, TermOf } from '@/lib/compare/terms/term'
import { compilePattern } from '@/lib/schema/pattern/compilePattern'
import { type Solution, type Solver, unknown } from './solver'
import { lengthBounds } from './testValues'

/** A property that there must be, by what its name must be. */
export interface WantedProperty {
  /** whether a name is one that counts; undefined where the terms of the name decide */
  isName: (name: string) => boolean
  /** what a name that is not known yet must fit */
  nameTerms: readonly Term[]
  /** of the patterns, those that such a name matches for sure, and those that it does not */
  matched: readonly string[]
  unmatched: readonly string[]
  term: Term
}

/** What is asked of an object, sorted by keyword. */
export interface ObjectDemand {
  least: number
  most: number
  properties: Map<string, Term[]>
  matching: { pattern: string; term: Term }[]
  others: TermOf<'others'>[]
  required: Set<string>
  absent: Set<string>
  nameTerms: Term[]
  wanted: WantedProperty[]
  /** all names that the terms speak of */
  known: Set<string>
  /** all patterns that decide what a property must be */
  patterns: string[]
}

/** Sorts the keywords of an object. */
export function readObjectDemand(literals: readonly Term[], { terms }: Solver): ObjectDemand {
  const demand: ObjectDemand = {
    ...lengthBounds(literals),
    properties: new Map(),
    matching: [],
    others: [],
    required: new Set(),
    absent: new Set(),
    nameTerms: [],
    wanted: [],
    known: new Set(),
    patterns: [],
  }
  const addProperty = (name: string, term: Term) => {
    const known = demand.properties.get(name)
    if (known === undefined) demand.properties.set(name, [term])
    else known.push(term)
  }
  for (const literal of literals) {
    const isNegated = literal.kind === 'not'
    const term = isNegated ? literal.part : literal
    switch (term.kind) {
      case 'has':
        ;(isNegated ? demand.absent : demand.required).add(term.name)
        break
      case 'property':
        addProperty(term.name, isNegated ? terms.not(term.term) : term.term)
        if (isNegated) demand.required.add(term.name)
        break
      case 'matching':
        if (isNegated) demand.wanted.push(wantedMatching(term, terms))
        else demand.matching.push(term)
        break
      case 'others':
        for (const name of term.names) demand.known.add(name)
        if (isNegated) demand.wanted.push(wantedOther(term, terms))
        else demand.others.push(term)
        break
      case 'names':
        if (isNegated) demand.wanted.push(wantedName(terms.not(term.term), terms))
        else demand.nameTerms.push(term.term)
        break
    }
  }
  for (const name of [...demand.properties.keys(), ...demand.required, ...demand.absent]) demand.known.add(name)
  const deciding = [
    ...demand.matching.map(({ pattern }) => pattern),
    ...demand.others.flatMap(({ patterns }) => patterns),
  ]
  demand.patterns = [...new Set(deciding)]
  return demand
}

function wantedMatching({ pattern, term }: TermOf<'matching'>, terms: Solver['terms']): WantedProperty {
  return {
    isName: (name) => compilePattern(pattern).test(name),
    nameTerms: [terms.make({ kind: 'pattern', source: pattern })],
    matched: [pattern],
    unmatched: [],
    term: terms.not(term),
  }
}

function wantedOther(others: TermOf<'others'>, terms: Solver['terms']): WantedProperty {
  return {
    isName: (name) => isOther(name, others),
    nameTerms: others.patterns.map((source) => terms.not(terms.make({ kind: 'pattern', source }))),
    matched: [],
    unmatched: others.patterns,
    term: terms.not(others.term),
  }
}

/** A name that is refused by `propertyNames`. */
function wantedName(nameTerm: Term, terms: Solver['terms']): WantedProperty {
  return { isName: () => true, nameTerms: [nameTerm], matched: [], unmatched: [], term: terms.yes }
}

/** The terms that the property of a known name must fit. */
export function termsOf(demand: ObjectDemand, name: string): Term[] {
  return [
    ...(demand.properties.get(name) ?? []),
    ...demand.matching.filter(({ pattern }) => compilePattern(pattern).test(name)).map(({ term }) => term),
    ...demand.others.filter((others) => isOther(name, others)).map(({ term }) => term),
  ]
}

const mostPatterns = 8

/** A property with a name that no term speaks of, or none of a kind, or a reason why that is not known. */
type NewProperty = { kind: 'property'; name: string; terms: readonly Term[] } | Exclude<Solution, { kind: 'value' }>

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
