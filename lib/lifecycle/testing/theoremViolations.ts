import type { JsonValue } from '@/lib/base/json'
import type { Catalog } from '@/lib/catalog/entry/entry'
import type { Composition } from '@/lib/compose/composition'
import { describeStep } from '@/lib/lifecycle/describeStep'
import { isObservable } from '@/lib/lifecycle/stepEffect'
import { taskFacts } from '@/lib/lifecycle/taskFacts'
import { traceTask } from '@/lib/lifecycle/traceTask'
import { previewTasks } from '@/lib/preview/previewTasks'
import type { TaskVerdict } from '@/lib/preview/taskVerdict'
import { compilePayloadValidator } from '@/lib/schema/validate/compilePayloadValidator'
import { findViolations } from '@/lib/schema/validate/findViolations'
import { stepsOf } from './stepsOf'

/** The machine that runs the tasks. */
const host = { groups: ['audio', 'docker'] }

/** What the schemas say of a payload. */
export interface TheoremCheck {
  /** clauses of the theorem that do not hold, in words; empty where all do */
  violations: string[]
  accepted: boolean
  /** the worker's own schema accepts it and the effective one does not */
  restricted: boolean
}

/**
 * Plays the narrowed schema against the lifecycle, for one task:
 *
 * - a: what the effective schema accepts meets no missing engine feature that the task would feel
 * - b: what meets one is refused, and a restriction of the plugin that asks is named, or one that closes the form of the payload; every one that is named refuses the payload by itself
 * - c: what the effective schema accepts, the worker's own schema accepts
 * - f: what the preview calls good meets nothing at all that it would feel
 * - h: what the preview calls bad although the schema accepts it meets something that it would feel
 * - i: what runs and loses on the way what it asked for has a finding that says so
 * - g: what the narrowing alone refuses would be felt, or it asks for a feature that is nothing but others, none of which there are
 */
export function theoremViolations(
  composition: Composition,
  catalog: Catalog,
  payload: JsonValue,
  scopes: string[],
): TheoremCheck {
  const { unrestrictedSchema, effectiveSchema, design } = composition
  if (unrestrictedSchema === undefined) return { violations: [], accepted: false, restricted: false }
  const base = compilePayloadValidator(unrestrictedSchema).accepts(payload)
  const accepted = effectiveSchema !== undefined && compilePayloadValidator(effectiveSchema).accepts(payload)
  const value = { payload, scopes, metadata: {} }
  const [verdict] = previewTasks(composition, [{ source: '', index: 0, value }], { host })
  if (verdict === undefined) throw new Error('no verdict')
  const facts = { ...taskFacts(value), host }
  const steps = stepsOf(traceTask(composition, catalog, { payload, scopes, facts }))
  const felt = steps.filter((step) => isObservable(step, design.strict))
  const violations: string[] = []
  for (const step of felt) {
    if (step.kind !== 'engine-call' || step.outcome === 'refused-argument') continue
    if (accepted) violations.push(`a: accepted, but ${describeStep(step)}`)
    if (!names(verdict, effectiveSchema === undefined ? undefined : step.component, composition)) {
      violations.push(`b: no restriction named for ${describeStep(step)}`)
    }
  }
  violations.push(
    ...innocent(verdict, composition, payload).map((id) => `b: ${id} is named, but lets the payload pass`),
  )
  if (accepted && !base) violations.push('c: accepted, but not by the worker')
  if (verdict.valid !== accepted) violations.push('preview and schema differ')
  if (verdict.ok) violations.push(...felt.map((step) => `f: previewed as good, but ${describeStep(step)}`))
  if (accepted && !verdict.ok && felt.length === 0) {
    violations.push(`h: previewed as bad, but nothing is felt of ${verdict.findings.map(({ id }) => id).join()}`)
  }
  const lost = steps.filter((step) => !design.strict && isObservable(step, true) && !isObservable(step, false))
  if (verdict.ok && lost.length > 0 && verdict.findings.length === 0) {
    violations.push(`i: no finding says that ${lost.map(describeStep).join('; ')}`)
  }
  if (
    base &&
    !accepted &&
    effectiveSchema !== undefined &&
    felt.length === 0 &&
    !asksForNothing(verdict, composition, catalog)
  ) {
    violations.push(
      `g: refused for nothing: ${verdict.errors.map(({ path, message }) => `${path} ${message}`).join('; ')}`,
    )
  }
  return { violations, accepted, restricted: base && !accepted }
}

/** Whether a restriction is about a task feature that makes no calls of its own, such as a session with neither shell nor display. */
function asksForNothing({ errors }: TaskVerdict, { worker }: Composition, catalog: Catalog): boolean {
  const { engines = {}, plugins = {} } = catalog.workers[worker] ?? {}
  const empty = [...Object.values(engines), ...Object.values(plugins)].flatMap(({ name, taskFeatures = [] }) =>
    taskFeatures.flatMap((feature) => (feature.calls === undefined ? [`${name}/${feature.name}`] : [])),
  )
  return errors.some(({ restriction }) => restriction !== undefined && empty.includes(restriction.id))
}

/** Restrictions that are named as the reason, although what they add to the schema accepts the payload. */
function innocent({ errors }: TaskVerdict, { overlays }: Composition, payload: JsonValue): string[] {
  const named = new Set(errors.flatMap(({ restriction }) => restriction?.id ?? []))
  return [...named].filter((id) => findViolations(overlays[id] ?? {}, payload).length === 0)
}

/** Whether the verdict refuses the payload for the sake of a component; for any reason where no payload is accepted at all. */
function names({ errors }: TaskVerdict, component: string | undefined, { restrictions }: Composition): boolean {
  if (component === undefined) return errors.length > 0
  // Where a whole form of payloads is closed, what else is wrong with one changes nothing.
  const closing = new Set(restrictions.filter(({ paths }) => paths.includes('')).map(({ id }) => id))
  return errors.some(
    ({ restriction }) =>
      restriction !== undefined && (restriction.component === component || closing.has(restriction.id)),
  )
}
