import type { EngineEntry, PluginEntry, WorkerEntry } from '@/lib/catalog/entry/entry'
import type { Stage, TaskFeature } from '@/lib/catalog/entry/taskFeature'
import { neverOf } from '@/lib/catalog/template/evaluate'
import type { Component, ResolvedDesign } from '@/lib/compose/resolve/resolvedDesign'
import { callsOf, type PlannedCall } from './callsOf'
import { absentObjections, checksOf } from './checksOf'
import { findRequests, type Request } from './findRequests'
import { type EarlierArguments, judgeCall, rememberCall } from './judgeCall'
import { toPointer } from './placesAt'
import type { EngineCallEvent, Participant, TracedTask, TraceStep } from './trace'

type AnyComponent = Component<EngineEntry | PluginEntry | WorkerEntry>

/** What each stage's hooks see of the sandbox; before it is there, and when it goes, it is the engine's business. */
const SANDBOX: Record<Stage, Participant> = {
  NewTaskPlugin: 'Engine',
  Prepare: 'Engine',
  BuildSandbox: 'SandboxBuilder',
  Started: 'Sandbox',
  Stopped: 'ResultSet',
  Finished: 'ResultSet',
  Exception: 'Engine',
  Dispose: 'Engine',
}

/**
 * All that a task makes the components of a worker do with it, whether it gets that far or not: checks first, then engine calls, a component after the
 * other, each in the order of its entry. Only the catalog's task features and what the engine says of itself are asked, not the narrowed schema.
 */
export function planSteps(resolved: ResolvedDesign, task: TracedTask): TraceStep[] {
  const made: EarlierArguments = new Map()
  const engine = resolved.engine.entry
  const absent = resolved.absent.flatMap((component) =>
    absentObjections(component, task, engine).map(
      (objection): TraceStep => ({
        kind: 'check',
        stage: 'NewTaskPlugin',
        from: 'Main',
        to: 'Main',
        // Nobody of its own is there to object, so the worker does.
        component: resolved.worker.label,
        parallel: false,
        ...objection,
      }),
    ),
  )
  const present = [resolved.worker, resolved.engine, ...resolved.plugins].flatMap(
    (component: AnyComponent): TraceStep[] => {
      const parallel = component.entry.kind === 'plugin' && resolved.plugins.length > 1
      const self = OWN[component.entry.kind]
      const checks = checksOf(component, task, engine).map((objection): TraceStep => {
        const stage = component.entry.kind === 'engine' ? 'Prepare' : 'NewTaskPlugin'
        return { kind: 'check', stage, from: self, to: self, component: component.label, parallel, ...objection }
      })
      const calls = (component.entry.taskFeatures ?? [])
        // What is never done is not tried either.
        .filter((feature) => neverOf(feature, component.context, component.label) === undefined)
        .flatMap((feature) =>
          findRequests(feature, component, task.payload, engine).flatMap((request) =>
            callsOf(feature, request, component, task.payload).map((call): EngineCallEvent => {
              const judgement = judgeCall(call, made, resolved.engine, feature.whenMissing ?? 'malformed-payload')
              rememberCall(call, made)
              return { ...whoCalls(feature, request, call, component), parallel, ...judgement }
            }),
          ),
        )
      return [...checks, ...calls]
    },
  )
  return [...absent, ...present]
}

const OWN = { worker: 'Main', engine: 'Engine', plugin: 'Plugin' } as const

function whoCalls(feature: TaskFeature, request: Request, call: PlannedCall, component: AnyComponent) {
  const occasion = occasionOf(call, component)
  return {
    kind: 'engine-call' as const,
    stage: call.stage,
    from: component.entry.kind === 'plugin' ? ('TaskPlugin' as const) : OWN[component.entry.kind],
    to: SANDBOX[call.stage],
    component: component.label,
    taskFeature: feature.name,
    engineFeature: call.engineFeature,
    arguments: call.arguments,
    asked: request.asked,
    place: toPointer(request.segments ?? []),
    ...(occasion === undefined ? {} : { occasion }),
  }
}

const ENDING = ['kill', 'abort']

/** A plugin that can do nothing without a web hook server calls a running sandbox for those who reach it through that. */
function occasionOf({ engineFeature, stage }: PlannedCall, { entry }: AnyComponent): EngineCallEvent['occasion'] {
  if (ENDING.includes(engineFeature)) return 'to-end-the-task'
  const onDemand = stage === 'Started' && entry.kind === 'plugin' && entry.needs?.includes('webHookServer')
  return onDemand ? 'on-demand' : undefined
}
