import type { JsonObject, JsonValue } from '@/lib/base/json'
import { pointerSegments } from '@/lib/base/path'
import type { Catalog } from '@/lib/catalog/entry/entry'
import type { Composition } from '@/lib/compose/composition'
import { resolveDesign } from '@/lib/compose/resolve/resolveDesign'
import type { ResolvedDesign } from '@/lib/compose/resolve/resolvedDesign'
import { byteLengthViolations } from '@/lib/schema/validate/byteLengthViolations'
import { compilePayloadValidator } from '@/lib/schema/validate/compilePayloadValidator'
import { describeStep } from './describeStep'
import { planSteps } from './planSteps'
import { runStages, type StagesRun } from './runStages'
import { stepEffect } from './stepEffect'
import type { Resolution, Trace, TracedTask, TraceStep } from './trace'

/**
 * One task through the stages of a worker: who calls whom, what comes of it, and how the task ends. What happens follows from the catalog's task features and the
 * engine's features alone; the narrowed schema has no say in it, so that the two can be held against each other. The composition needs a base schema.
 */
export function traceTask(composition: Composition, catalog: Catalog, task: TracedTask): Trace {
  const { unrestrictedSchema } = composition
  const resolved = resolve(composition, catalog)
  if (unrestrictedSchema === undefined || resolved === undefined) {
    throw new Error('a composition without a payload schema cannot run tasks')
  }
  const violations = validatePayload(task.payload, unrestrictedSchema, composition)
  const refused = violations.length > 0
  const validation = (place: string, reason: string): TraceStep => ({
    kind: 'check',
    stage: 'NewTaskPlugin',
    from: 'Main',
    to: 'Main',
    component: resolved.worker.label,
    parallel: false,
    id: 'payload',
    outcome: refused ? 'refused' : 'passed',
    asked: 'explicitly',
    place,
    reason,
  })
  const steps = refused
    ? violations.map(({ place, message }) => validation(place, message))
    : [validation('', 'the payload fits the schema of the worker'), ...planSteps(resolved, task)]
  const guilty = new Set(violations.map(({ component }) => component))
  const plugins = resolved.plugins.map((plugin) => plugin.label)
  const run = runStages({
    plugins,
    // A plugin whose own part of the payload is right still gets to see the task, so that there is a log of it.
    started: plugins.filter((plugin) => !guilty.has(plugin)),
    engine: resolved.engine.label,
    worker: resolved.worker.label,
    steps,
  })
  const { events, notReached } = run
  return { events, notReached, resolution: resolutionOf(run, task) }
}

/** Why the worker's own schema refuses a payload. */
interface PayloadViolation {
  place: string
  message: string
  /** the component whose property it is; undefined for the payload as a whole */
  component?: string
}

/** The payload against the schema that the worker program itself has, with lengths counted as it counts them. */
function validatePayload(payload: JsonValue, schema: JsonObject, composition: Composition): PayloadViolation[] {
  const lengths = composition.checks.find((check) => check.kind === 'byteLength')
  const violations = [
    ...compilePayloadValidator(schema)(payload),
    ...(lengths ? byteLengthViolations(schema, payload, new Set(lengths.except)) : []),
  ]
  return violations.map(({ path, message }) => {
    const [name = ''] = pointerSegments(path)
    const component = Object.hasOwn(composition.provenance, name) ? composition.provenance[name] : undefined
    return { place: path, message, ...(component === undefined ? {} : { component }) }
  })
}

const cache = new WeakMap<Composition, { catalog: Catalog; resolved: ResolvedDesign }>()

function resolve(composition: Composition, catalog: Catalog): ResolvedDesign | undefined {
  const known = cache.get(composition)
  if (known?.catalog === catalog) return known.resolved
  const resolution = resolveDesign(composition.design, catalog)
  if (!resolution.ok) return undefined
  cache.set(composition, { catalog, resolved: resolution.value })
  return resolution.value
}

/** From the worst on. */
const SEVERITY = ['fatal', 'internal-error', 'malformed-payload'] as const

/** How the task ends. The worst failure decides; without one, the command does, as far as a plugin asks how it went. */
function resolutionOf({ events, failures }: StagesRun, { fails }: TracedTask): Resolution {
  if (failures.length > 0) {
    const worst = SEVERITY.find((effect) => failures.some((step) => stepEffect(step) === effect))
    const guilty = failures.filter((step) => stepEffect(step) === worst)
    return {
      state: 'exception',
      reason: worst === 'malformed-payload' ? worst : 'internal-error',
      stopsWorker: worst === 'fatal',
      reasons: [...new Set(guilty.map(describeStep))],
    }
  }
  if (!fails) return { state: 'completed', reasons: [] }
  const asked = events.some((event) => event.kind === 'engine-call' && event.engineFeature === 'success')
  return asked
    ? { state: 'failed', reasons: ['the command does not succeed'] }
    : { state: 'completed', reasons: ['no plugin asks whether the command has succeeded'] }
}
