import type { Terms } from '@/lib/compare/terms/createTerms'
import type { Term, ValueType } from '@/lib/compare/terms/term'
import { solveArray } from './solveArray'
import { solveNumber } from './solveNumber'
import { solveObject } from './solveObject'
import { empty, type Solution, type Solver, type SolveType, type Unknown, unknown } from './solver'
import { solveString } from './solveString'
import { fitsAll, testValues } from './testValues'

const solvers: Record<ValueType, SolveType> = {
  object: solveObject,
  array: solveArray,
  string: solveString,
  number: solveNumber,
  boolean: (literals) => testValues([true, false], literals) ?? empty,
  null: (literals) => testValues([null], literals) ?? empty,
}

/** branches looked at for one question: more than any schema needs that people have written */
const mostBranches = 20_000

/** Keywords that hold for sure, and choices that are still to be made. */
interface State {
  literals: Set<Term>
  choices: Set<Term>
}

/**
 * Finds a value of a type that fits terms that are restricted to it: takes alternatives one after the other, and leaves a branch as soon as
 * what holds there for sure fits nothing.
 */
export function createBranching(solver: Solver): (parts: readonly Term[], type: ValueType) => Solution {
  const { terms } = solver

  return (parts, type) => {
    let branches = 0

    const branch = (state: State): Solution => {
      if (++branches > mostBranches) return unknown('', 'there are too many combinations of alternatives')
      if (solver.outOfTime()) return unknown('', 'the time was up')
      const settled = settle(state, terms)
      if (settled === undefined) return empty
      const literals = [...state.literals]
      const all = [...literals, ...state.choices]
      const options = literals.find((literal) => literal.kind === 'enum')
      if (options?.kind === 'enum') return testValues(options.values, all) ?? empty
      const found = solvers[type](literals, solver)
      if (found.kind === 'empty' || state.choices.size === 0) return found
      if (found.kind === 'value' && fitsAll([...state.choices], found.value) === true) return found
      let doubt: Unknown | undefined
      for (const option of settled) {
        const next = { literals: new Set(state.literals), choices: new Set(state.choices) }
        next.choices.delete(settled.choice)
        const solution = add(option, next, terms) ? branch(next) : empty
        if (solution.kind === 'value') return solution
        if (solution.kind === 'unknown') doubt ??= solution
      }
      return doubt ?? empty
    }

    const start: State = { literals: new Set(), choices: new Set() }
    return parts.every((part) => add(part, start, terms)) ? branch(start) : empty
  }
}

/** Adds a term to what holds; false where that cannot be. */
function add(term: Term, state: State, terms: Terms): boolean {
  if (term === terms.no) return false
  if (term === terms.yes) return true
  if (term.kind === 'and') return term.parts.every((part) => add(part, state, terms))
  if (isChoice(term)) state.choices.add(term)
  else {
    if (state.literals.has(terms.not(term))) return false
    state.literals.add(term)
  }
  return true
}

function isChoice(term: Term): boolean {
  return term.kind === 'or' || term.kind === 'one' || (term.kind === 'not' && term.part.kind === 'one')
}

/**
 * Draws what follows from what holds already, until a choice must be made: of the choices, the one with the fewest options. Undefined where
 * nothing fits.
 */
function settle(state: State, terms: Terms): (Term[] & { choice: Term }) | undefined {
  for (;;) {
    let best: (Term[] & { choice: Term }) | undefined
    let changed = false
    for (const choice of [...state.choices]) {
      const options = optionsOf(choice, state, terms)
      if (options === 'settled') {
        state.choices.delete(choice)
        continue
      }
      const [only] = options
      if (only === undefined) return undefined
      if (options.length === 1) {
        state.choices.delete(choice)
        if (!add(only, state, terms)) return undefined
        changed = true
        continue
      }
      if (best === undefined || options.length < best.length) best = Object.assign(options, { choice })
    }
    if (!changed) return best ?? Object.assign([], { choice: terms.yes })
  }
}

/** What is left to choose from, each option with all that follows from it. */
function optionsOf(choice: Term, state: State, terms: Terms): Term[] | 'settled' {
  if (choice.kind === 'or') {
    const open: Term[] = []
    for (const part of choice.parts) {
      const holds = statusOf(part, state, terms)
      if (holds === true) return 'settled'
      if (holds === undefined) open.push(part)
    }
    return open
  }
  const isNegated = choice.kind === 'not'
  const one = isNegated ? choice.part : choice
  if (one.kind !== 'one') return 'settled'
  const open: Term[] = []
  let certain = 0
  for (const part of one.parts) {
    const holds = statusOf(part, state, terms)
    if (holds === true) certain++
    if (holds === undefined) open.push(part)
  }
  return isNegated ? otherThanOne(open, certain, terms) : exactlyOne(open, certain, terms)
}

function exactlyOne(open: Term[], certain: number, terms: Terms): Term[] {
  if (certain > 1) return []
  if (certain === 1) return [terms.and(open.map(terms.not))]
  return open.map((part, i) => terms.and([part, ...open.filter((_, k) => k !== i).map(terms.not)]))
}

/** None of them, or two. */
function otherThanOne(open: Term[], certain: number, terms: Terms): Term[] | 'settled' {
  if (certain > 1) return 'settled'
  if (certain === 1) return open
  return [
    terms.and(open.map(terms.not)),
    ...open.slice(0, -1).map((part, i) => terms.and([part, terms.or(open.slice(i + 1))])),
  ]
}

/** Whether a term follows from what holds, or cannot hold beside it, as far as a glance shows. */
function statusOf(term: Term, { literals }: State, terms: Terms): boolean | undefined {
  const known = (part: Term): boolean | undefined => {
    if (part === terms.yes || literals.has(part)) return true
    if (part === terms.no || literals.has(terms.not(part))) return false
    if (part.kind === 'and') {
      let result: boolean | undefined = true
      for (const inner of part.parts) {
        const holds = known(inner)
        if (holds === false) return false
        if (holds === undefined) result = undefined
      }
      return result
    }
    if (part.kind === 'or') {
      let result: boolean | undefined = false
      for (const inner of part.parts) {
        const holds = known(inner)
        if (holds === true) return true
        if (holds === undefined) result = undefined
      }
      return result
    }
    return undefined
  }
  return known(term)
}
