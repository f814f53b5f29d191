import type { Catalog } from '@/lib/catalog/entry'
import type { Composition } from '@/lib/compose/composition'
import { resolveDesign } from '@/lib/compose/resolveDesign'
import type { ResolvedDesign } from '@/lib/compose/resolvedDesign'
import { planSteps } from './planSteps'
import { resolutionOf } from './resolutionOf'
import { runStages } from './runStages'
import type { Trace, TracedTask, TraceStep } from './trace'
import { validatePayload } from './validatePayload'

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

const cache = new WeakMap<Composition, { catalog: Catalog; resolved: ResolvedDesign }>()

function resolve(composition: Composition, catalog: Catalog): ResolvedDesign | undefined {
  const known = cache.get(composition)
  if (known?.catalog === catalog) return known.resolved
  const resolution = resolveDesign(composition.design, catalog)
  if (!resolution.ok) return undefined
  cache.set(composition, { catalog, resolved: resolution.value })
  return resolution.value
}
