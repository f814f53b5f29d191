import type { JsonValue } from '@/lib/base/json'
import type { Terms } from '@/lib/compare/terms/createTerms'
import type { Term } from '@/lib/compare/terms/term'

/** Whether there is a value that fits some terms: one of them, none at all, or nobody knows. */
export type Solution = { kind: 'value'; value: JsonValue } | { kind: 'empty' } | Unknown

export interface Unknown {
  kind: 'unknown'
  place: string
  reason: string
}

/** What the solvers of single types may ask of the whole. */
export interface Solver {
  terms: Terms
  /** a value that fits all of the terms: of a member or the name of a member, never of the value itself */
  solve(parts: readonly Term[]): Solution
  outOfTime(): boolean
  /** the same as `solve`, but what takes more steps than are left is not known */
  within(allowance: Allowance, parts: readonly Term[]): Solution
}

/** Steps that may still be taken; some ten thousand take a second. */
export interface Allowance {
  left: number
}

/** Finds a value of one type that fits terms, each of them a keyword of that type or `not` a keyword. */
export type SolveType = (literals: readonly Term[], solver: Solver) => Solution

export const empty: Solution = { kind: 'empty' }

export function unknown(place: string, reason: string): Unknown {
  return { kind: 'unknown', place, reason }
}
