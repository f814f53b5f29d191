import type { Terms } from '@/lib/compare/terms/createTerms'
import { createRestrict } from '@/lib/compare/terms/restrictTerm'
import { type Term, type ValueType, valueTypes } from '@/lib/compare/terms/term'
import { createBranching } from './createBranching'
import { type Allowance, empty, type Solution, type Solver, type Unknown, unknown } from './solver'

/**
 * Decides whether any value fits some terms. A question that comes up again below itself counts as answered with no: of the values that
 * fit, the smallest would have a smaller one inside.
 */
export function createSolver(terms: Terms, outOfTime: () => boolean): Solver {
  const restrict = createRestrict(terms)
  const known = new Map<Term, Solution>()
  /** questions that are being answered, by how deep they are */
  const open = new Map<Term, number>()
  /** answers of no that count for as long as the questions that they rest on are open */
  const leaning = new Map<Term, number>()
  let leansOn = Number.POSITIVE_INFINITY

  let allowance: Allowance = { left: Number.POSITIVE_INFINITY }
  /** how often an answer was not waited for: what is not known then may be known another time */
  let interruptions = 0

  const solve = (parts: readonly Term[]): Solution => {
    const term = terms.and(parts)
    if (term === terms.no) return empty
    const found = known.get(term)
    if (found !== undefined) {
      leansOn = Math.min(leansOn, leaning.get(term) ?? Number.POSITIVE_INFINITY)
      return found
    }
    const depth = open.get(term)
    if (depth !== undefined) {
      leansOn = Math.min(leansOn, depth)
      return empty
    }
    if (solver.outOfTime()) return unknown('', 'the time was up')
    return answer(term)
  }

  const answer = (term: Term): Solution => {
    const depth = open.size
    const leaningBefore = leaning.size
    const outer = leansOn
    const interruptionsBefore = interruptions
    leansOn = Number.POSITIVE_INFINITY
    open.set(term, depth)
    const solution = solveTypes(term)
    open.delete(term)
    const below = leansOn
    leansOn = outer
    const since = [...leaning.keys()].slice(leaningBefore)
    if (solution.kind === 'empty') {
      if (below < depth) {
        leaning.set(term, below)
        leansOn = Math.min(outer, below)
      } else for (const one of since) leaning.delete(one)
    } else {
      // what rested on this being empty is open again
      for (const one of since) {
        known.delete(one)
        leaning.delete(one)
      }
    }
    if (solution.kind !== 'unknown' || interruptions === interruptionsBefore) known.set(term, solution)
    return solution
  }

  const solveTypes = (term: Term): Solution => {
    let doubt: Unknown | undefined
    for (const type of typesOf(term)) {
      const solution = branching([restrict(term, type)], type)
      if (solution.kind === 'value') return solution
      if (solution.kind === 'unknown') doubt ??= solution
    }
    return doubt ?? empty
  }

  const typesOf = (term: Term): ValueType[] => order.filter((type) => restrict(term, type) !== terms.no)

  const solver: Solver = {
    terms,
    solve,
    outOfTime() {
      const isOver = --allowance.left < 0 || outOfTime()
      if (isOver) interruptions++
      return isOver
    },
    within(given, parts) {
      const before = allowance
      allowance = given
      const solution = solve(parts)
      allowance = before
      return solution
    },
  }
  const branching = createBranching(solver)
  return solver
}

/** Simple values make short examples. */
const order: readonly ValueType[] = ['string', 'number', 'boolean', 'null', 'object', 'array'].flatMap((name) =>
  valueTypes.filter((type) => type === name),
)
