import type { Validation } from '../createValidation'
import type { SchemaPair } from '../readSchemas'
import type { Inclusion, SchemaChange } from '../schemaComparison'
import type { Solver } from '../solve/solver'
import type { Term } from '../term'
import type { Difference } from './difference'
import { patchDocument, withDefinitionsOf } from './patchDocument'

export type Effect = Pick<SchemaChange, 'effect' | 'witness' | 'reason'>

/** Two schemas, and what is known of them as wholes. */
export interface Compared {
  pair: SchemaPair
  solver: Solver
  before: Validation
  after: Validation
  verdicts: { forward: Inclusion; backward: Inclusion }
}

/** differences looked at one by one: more than anybody reads */
const most = 200

/**
 * What each difference does to tasks, beside all the others: it narrows where a payload that only the old schema accepts is refused by the
 * old schema with this difference alone, or accepted by the new schema without it.
 */
export function effectsOf(differences: readonly Difference[], compared: Compared): Effect[] {
  const { pair, verdicts } = compared
  if (verdicts.forward.verdict === 'proved' && verdicts.backward.verdict === 'proved')
    return differences.map(() => ({ effect: 'text only' }))
  const oldBase = withDefinitionsOf(pair.old.root, pair.new.root)
  const newBase = withDefinitionsOf(pair.new.root, pair.old.root)
  let looked = 0
  return differences.map((difference) => {
    if (difference.isText) return { effect: 'text only' }
    if (++looked > most) return { effect: 'undecided', reason: 'there are too many changes to look at each of them' }
    if (compared.solver.outOfTime()) return { effect: 'undecided', reason: 'the time was up' }
    const forth = pair.read(patchDocument(oldBase, difference.forth))
    const back = pair.read(patchDocument(newBase, difference.back))
    return effectOf(forth, back, compared)
  })
}

function effectOf(forth: Term, back: Term, { pair, solver, before, after, verdicts }: Compared): Effect {
  const { not } = pair.terms
  const narrowing = verdicts.forward.verdict === 'proved' ? undefined : find(before, after, [not(forth), back], solver)
  if (narrowing !== undefined) return narrowing
  const widening = verdicts.backward.verdict === 'proved' ? undefined : find(after, before, [forth, not(back)], solver)
  if (widening === undefined) return { effect: 'text only' }
  return widening.effect === 'narrows' ? { ...widening, effect: 'widens' } : widening
}

/** A value that one schema accepts and the other does not, for one of some reasons; undefined where there is none. */
function find(
  from: Validation,
  into: Validation,
  reasons: readonly Term[],
  { solve, terms }: Solver,
): Effect | undefined {
  let doubt: string | undefined
  for (const reason of reasons) {
    const solution = solve([from.term, terms.not(into.term), reason])
    if (solution.kind === 'unknown') doubt ??= solution.reason
    if (solution.kind !== 'value') continue
    const { value } = solution
    if (from.accepts(value) === true && into.accepts(value) === false) return { effect: 'narrows', witness: value }
    doubt ??= 'a payload was found that the validators do not agree on'
  }
  return doubt === undefined ? undefined : { effect: 'undecided', reason: doubt }
}
