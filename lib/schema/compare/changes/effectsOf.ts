import type { JsonValue } from '../../../base/json'
import { createSolver } from '../createSolver'
import { createValidation } from '../createValidation'
import { readSchemas } from '../readSchemas'
import type { CompareOptions, Inclusion, SchemaChange } from '../schemaComparison'
import type { Term } from '../term'
import type { Difference } from './difference'
import { patchDocument, withDefinitionsOf } from './patchDocument'

export type Effect = Pick<SchemaChange, 'effect' | 'witness' | 'reason'>

/** differences looked at one by one: more than anybody reads */
const most = 200

/**
 * What each difference does to tasks, beside all the others: it narrows where a payload that only the old schema accepts is refused by the
 * old schema with this difference alone, or accepted by the new schema without it.
 */
export function effectsOf(
  old: JsonValue,
  next: JsonValue,
  differences: readonly Difference[],
  { forward, backward }: { forward: Inclusion; backward: Inclusion },
  { outOfTime = () => false }: CompareOptions,
): Effect[] {
  const deciding = differences.filter(({ isText }) => !isText).slice(0, most)
  if (forward.verdict === 'proved' && backward.verdict === 'proved')
    return differences.map(() => ({ effect: 'text only' }))
  const [oldBase, newBase] = [withDefinitionsOf(old, next), withDefinitionsOf(next, old)]
  const { terms, roots } = readSchemas([
    old,
    next,
    ...deciding.map(({ forth }) => patchDocument(oldBase, forth)),
    ...deciding.map(({ back }) => patchDocument(newBase, back)),
  ])
  const solver = createSolver(terms, outOfTime)
  const [oldTerm = terms.yes, newTerm = terms.yes, ...patched] = roots
  const before = createValidation(old, oldTerm)
  const after = createValidation(next, newTerm)

  /** a value that `from` accepts and `into` does not, for one of two reasons; undefined where there is none */
  const find = (from: typeof before, into: typeof before, reasons: Term[]): Effect | undefined => {
    let doubt: string | undefined
    for (const reason of reasons) {
      const solution = solver.solve([from.term, terms.not(into.term), reason])
      if (solution.kind === 'unknown') doubt ??= solution.reason
      if (solution.kind !== 'value') continue
      const { value } = solution
      if (from.accepts(value) === true && into.accepts(value) === false) return { effect: 'narrows', witness: value }
      doubt ??= 'a payload was found that the validators do not agree on'
    }
    return doubt === undefined ? undefined : { effect: 'undecided', reason: doubt }
  }

  const effectOf = (difference: Difference): Effect => {
    const at = deciding.indexOf(difference)
    if (difference.isText) return { effect: 'text only' }
    const [forth, back] = [patched[at], patched[at + deciding.length]]
    if (at < 0 || forth === undefined || back === undefined)
      return { effect: 'undecided', reason: 'there are too many changes to look at each of them' }
    const narrowing = forward.verdict === 'proved' ? undefined : find(before, after, [terms.not(forth), back])
    if (narrowing !== undefined) return narrowing
    const widening = backward.verdict === 'proved' ? undefined : find(after, before, [forth, terms.not(back)])
    if (widening === undefined) return { effect: 'text only' }
    return widening.effect === 'narrows' ? { ...widening, effect: 'widens' } : widening
  }
  return differences.map(effectOf)
}
