import { isOther } from '@/lib/schema/compare/evaluateTerm'
import type { Term, TermOf } from '@/lib/schema/compare/term'
import { compilePattern } from '@/lib/schema/compilePattern'
import { lengthBounds } from './lengthBounds'
import type { Solver } from './solver'

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
