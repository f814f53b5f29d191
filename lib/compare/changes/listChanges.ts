import { canonicalJson } from '@/lib/base/json'
import { pointerSegments } from '@/lib/base/path'
import type {
  ChangeEffect,
  CompareOptions,
  Inclusion,
  SchemaChange,
  SchemaOrigin,
} from '@/lib/compare/schemaComparison'
import type { Difference } from './comparedPlace'
import { describeDifference } from './describeDifference'
import type { Effect } from './effectsOf'

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

/**
 * Which component caused a difference: of the restrictions that only one side has, the one that reaches the place; else the component that
 * declares the property.
 */
export function componentOf(
  { path, kind }: Pick<Difference, 'path' | 'kind'>,
  origins: CompareOptions['origins'] = {},
): Pick<SchemaChange, 'component' | 'restriction'> {
  const segments = pointerSegments(path)
  const restriction =
    restrictionAt(segments, origins.new, origins.old) ?? restrictionAt(segments, origins.old, origins.new)
  if (restriction !== undefined) return { component: restriction.component, restriction: restriction.id }
  const property = segments[0]
  if (property === undefined) return {}
  const sides = kind === 'removed' ? [origins.old, origins.new] : [origins.new, origins.old]
  const component = sides
    .map((origin) =>
      origin !== undefined && Object.hasOwn(origin.provenance, property) ? origin.provenance[property] : undefined,
    )
    .find((name) => name !== undefined)
  return component === undefined ? {} : { component }
}

/** The restriction of one side alone whose paths come closest to a place. */
function restrictionAt(segments: string[], of: SchemaOrigin | undefined, without: SchemaOrigin | undefined) {
  const others = new Set(without?.restrictions.map(({ id }) => id))
  let best: { restriction: SchemaOrigin['restrictions'][number]; length: number } | undefined
  for (const restriction of of?.restrictions ?? []) {
    if (others.has(restriction.id)) continue
    for (const path of restriction.paths) {
      const length = sharedLength(segments, pointerSegments(path))
      if (length > (best?.length ?? 0)) best = { restriction, length }
    }
  }
  return best?.restriction
}

/** How many segments two patterns share where one leads to the other; 0 where neither does. */
function sharedLength(one: string[], other: string[]): number {
  const length = Math.min(one.length, other.length)
  for (let i = 0; i < length; i++) if (one[i] !== other[i] && one[i] !== '*' && other[i] !== '*') return 0
  return length
}

/** Names a difference by place and what changed: the same difference has the same id, whatever else changes. */
export function stableId({ path, what, kind, before, after }: Difference): string {
  return `${path}#${what}:${kind}:${hash(canonicalJson([before ?? null, after ?? null]))}`
}

/** FNV-1a with 32 bits: tells a few differences of one place apart. */
function hash(text: string): string {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0
  return value.toString(16).padStart(8, '0')
}
