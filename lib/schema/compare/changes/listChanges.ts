import type { ChangeEffect, CompareOptions, Inclusion, SchemaChange } from '@/lib/schema/compare/schemaComparison'
import { componentOf } from './componentOf'
import { describeDifference } from './describeDifference'
import type { Difference } from './difference'
import type { Effect } from './effectsOf'
import { stableId } from './stableId'

const order: readonly ChangeEffect[] = ['narrows', 'undecided', 'widens', 'text only']

/** What two schemas say differently, with what each of it does to tasks; those that break tasks first. */
export function listChanges(
  differences: readonly Difference[],
  effects: readonly Effect[],
  verdicts: { forward: Inclusion; backward: Inclusion },
  origins: CompareOptions['origins'],
): SchemaChange[] {
  const ids = new Map<string, number>()
  const changes = differences.map((difference, i) => {
    const id = stableId(difference)
    const times = (ids.get(id) ?? 0) + 1
    ids.set(id, times)
    return changeOf(difference, times === 1 ? id : `${id}:${times}`, effects[i] ?? { effect: 'text only' }, origins)
  })
  const all = [...changes, ...unexplained(changes, verdicts)]
  return all.sort((a, b) => order.indexOf(a.effect) - order.indexOf(b.effect))
}

function changeOf(
  difference: Difference,
  id: string,
  effect: Effect,
  origins: CompareOptions['origins'],
): SchemaChange {
  const { kind, path, what, before, after, places } = difference
  return {
    id,
    kind,
    path,
    what,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    places,
    sentence: describeDifference(difference),
    ...componentOf(difference, origins),
    ...effect,
  }
}

/** A verdict that no single change accounts for is a change of the whole. */
function unexplained(
  changes: SchemaChange[],
  { forward, backward }: { forward: Inclusion; backward: Inclusion },
): SchemaChange[] {
  const has = (effect: ChangeEffect) => changes.some((change) => change.effect === effect)
  const whole = (id: string, sentence: string, effect: Effect): SchemaChange => ({
    id,
    kind: 'changed',
    path: '',
    what: 'schema',
    places: { old: '', new: '' },
    sentence,
    ...effect,
  })
  if (forward.verdict === 'refuted' && !has('narrows')) {
    const { witness } = forward
    return [whole('#schema:narrows', 'The changes together refuse some payloads.', { effect: 'narrows', witness })]
  }
  if (forward.verdict === 'undecided' && !has('narrows') && !has('undecided')) {
    const { reason } = forward
    return [
      whole('#schema:undecided', 'Whether the changes refuse payloads is not known.', { effect: 'undecided', reason }),
    ]
  }
  if (backward.verdict === 'refuted' && !has('widens') && !has('narrows')) {
    const { witness } = backward
    return [whole('#schema:widens', 'The changes together accept more payloads.', { effect: 'widens', witness })]
  }
  return []
}
