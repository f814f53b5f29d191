import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { pointerSegments } from '@/lib/base/path'
import type { SchemaPair } from '@/lib/compare/read/readSchemas'
import type { Inclusion, SchemaChange } from '@/lib/compare/schemaComparison'
import { polishWitness, type Validation } from '@/lib/compare/solve/polishWitness'
import type { Allowance, Solver } from '@/lib/compare/solve/solver'
import { evaluateTerm } from '@/lib/compare/terms/evaluateTerm'
import type { Term } from '@/lib/compare/terms/term'
import type { Difference, Patch } from './comparedPlace'

export type Effect = Pick<SchemaChange, 'effect' | 'witness' | 'reason'>

/** Two schemas, and what is known of them as wholes. */
interface Compared {
  pair: SchemaPair
  solver: Solver
  before: Validation
  after: Validation
  verdicts: { forward: Inclusion; backward: Inclusion }
}

/** differences looked at one by one: more than anybody reads */
const most = 200
/** for one difference, and for all of them */
const mostSteps = 400
const mostStepsInAll = 6000
/** documents read for it, in bytes of JSON */
const mostRead = 2_000_000

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
  const size = JSON.stringify([pair.old.root, pair.new.root]).length
  const rest: Allowance = { left: mostStepsInAll }
  let looked = 0
  return differences.map((difference) => {
    if (difference.isText) return { effect: 'text only' }
    if (++looked > most) return { effect: 'undecided', reason: 'there are too many changes to look at each of them' }
    if (rest.left <= 0 || looked * size > mostRead || compared.solver.outOfTime())
      return { effect: 'undecided', reason: 'the time was up' }
    const forth = pair.read(patchDocument(oldBase, difference.forth))
    const back = pair.read(patchDocument(newBase, difference.back))
    const allowance = { left: Math.min(mostSteps, rest.left) }
    const given = allowance.left
    const effect = effectOf(forth, back, compared, allowance)
    rest.left -= given - allowance.left
    return effect
  })
}

function effectOf(
  forth: Term,
  back: Term,
  { solver, before, after, verdicts }: Compared,
  allowance: Allowance,
): Effect {
  const ask: Ask = { terms: solver.terms, solve: (parts) => solver.within(allowance, parts) }
  const narrowing = verdicts.forward.verdict === 'proved' ? undefined : find(before, after, forth, back, ask)
  if (narrowing !== undefined)
    return { effect: narrowing.witness === undefined ? 'undecided' : 'narrows', ...narrowing }
  const widening = verdicts.backward.verdict === 'proved' ? undefined : find(after, before, back, forth, ask)
  if (widening === undefined) return { effect: 'text only' }
  return { effect: widening.witness === undefined ? 'undecided' : 'widens', ...widening }
}

type Ask = Pick<Solver, 'terms' | 'solve'>

/**
 * A value that one schema accepts and the other does not, for the sake of one difference: `near` is the one with what the other says there,
 * `far` the other with what the one says there. Undefined where there is none.
 */
function find(
  from: Validation,
  into: Validation,
  near: Term,
  far: Term,
  { solve, terms }: Ask,
): Pick<Effect, 'witness' | 'reason'> | undefined {
  let doubt: { reason: string } | undefined
  const attempt = (parts: Term[]): { witness: JsonValue } | 'none' | 'another' => {
    const solution = solve(parts)
    if (solution.kind === 'empty') return 'none'
    if (solution.kind === 'unknown') doubt ??= { reason: solution.reason }
    else {
      const holds = (value: JsonValue) =>
        from.accepts(value) === true &&
        into.accepts(value) === false &&
        parts.every((part) => evaluateTerm(part, value) === true)
      if (holds(solution.value)) return { witness: polishWitness(solution.value, from.example(), holds) }
    }
    return 'another'
  }
  // what the difference does alone comes first: it is found sooner, and nothing there is nothing beside the others
  for (const alone of [
    [from.term, terms.not(near)],
    [far, terms.not(into.term)],
  ]) {
    const found = attempt(alone)
    if (typeof found === 'object') return found
    if (found === 'none') continue
    const together = attempt([from.term, terms.not(into.term), ...alone])
    if (typeof together === 'object') return together
    if (together === 'another') doubt ??= { reason: 'a payload was found that the validators do not agree on' }
  }
  return doubt
}

/** A copy of a document with a patch; what the patch does not touch is shared. A place that is not there stays away. */
export function patchDocument(document: JsonValue, { pointer, value }: Patch): JsonValue {
  const put = (current: JsonValue | undefined, [segment, ...rest]: string[]): JsonValue | undefined => {
    if (segment === undefined) return value
    if (Array.isArray(current)) {
      const index = Number(segment)
      const inner = put(current[index], rest)
      return current.flatMap((item, i) => (i === index ? (inner === undefined ? [] : [inner]) : [item]))
    }
    if (!isJsonObject(current)) return current
    const inner = put(Object.hasOwn(current, segment) ? current[segment] : undefined, rest)
    const entries = Object.entries(current).filter(([key]) => key !== segment)
    return Object.fromEntries(inner === undefined ? entries : [...entries, [segment, inner]])
  }
  return put(document, pointerSegments(pointer)) ?? true
}

/** A document with the definitions of another one beside its own, which do nothing until something refers to them. */
export function withDefinitionsOf(document: JsonValue, other: JsonValue): JsonValue {
  if (!isJsonObject(document) || !isJsonObject(other)) return document
  const merged: JsonObject = { ...document }
  for (const keyword of ['definitions', '$defs']) {
    const [own, more] = [document[keyword], other[keyword]]
    if (isJsonObject(more)) merged[keyword] = { ...more, ...(isJsonObject(own) ? own : {}) }
  }
  return merged
}
