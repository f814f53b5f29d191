import type { Stage } from '@/lib/catalog/entry/taskFeature'
import { stepEffect } from './stepEffect'
import type { CoreEvent, Participant, TraceEvent, TraceStep } from './trace'

/** What is to be run. */
export interface StagesInput {
  /** names of the plugins, in order */
  plugins: string[]
  /** of these, the ones that get to see the task */
  started: string[]
  /** the label of the engine and that of the worker */
  engine: string
  worker: string
  steps: TraceStep[]
}

export interface StagesRun {
  events: TraceEvent[]
  notReached: TraceStep[]
  /** the steps that ended the task */
  failures: TraceStep[]
}

const STAGES: Stage[] = ['NewTaskPlugin', 'Prepare', 'BuildSandbox', 'Started', 'Stopped', 'Finished']

/** How the sandbox comes to be what the hooks of a stage see. */
const SANDBOX: Partial<Record<Stage, { to: Participant; method: string; becomes: Participant }>> = {
  Prepare: { to: 'Engine', method: 'NewSandboxBuilder', becomes: 'SandboxBuilder' },
  Started: { to: 'SandboxBuilder', method: 'StartSandbox', becomes: 'Sandbox' },
  Stopped: { to: 'Sandbox', method: 'WaitForResult', becomes: 'ResultSet' },
}
const GOODBYE: Partial<Record<Participant, string>> = {
  SandboxBuilder: 'Discard',
  Sandbox: 'Abort',
  ResultSet: 'Dispose',
}

/**
 * Runs steps through the stages of a task. Within a stage every component makes its calls until one of its own steps fails; a stage in which one has failed is the
 * last before Exception and Dispose.
 */
export function runStages({ plugins, started, engine, worker, steps }: StagesInput): StagesRun {
  const events: TraceEvent[] = []
  const notReached: TraceStep[] = []
  const failures: TraceStep[] = []
  let sandbox: Participant | undefined
  let alive = started

  const runSteps = (component: string, stage: Stage): boolean => {
    let going = true
    for (const step of steps) {
      if (step.component !== component || step.stage !== stage) continue
      if (!going && step.kind === 'engine-call') {
        notReached.push(step)
        continue
      }
      events.push(step)
      if (stepEffect(step) === 'none') continue
      failures.push(step)
      going = false
    }
    return going
  }
  const core = (stage: Stage | 'NewPlugin', from: Participant, to: Participant, message: string, name = worker) => {
    const kind: CoreEvent['kind'] = to === 'Main' ? 'answer' : 'call'
    const parallel = name !== worker && name !== engine && plugins.length > 1
    events.push({ kind, stage, from, to, component: name, parallel, message })
  }
  const hooks = (stage: Stage) => {
    for (const plugin of alive) {
      core(stage, 'Main', stage === 'NewTaskPlugin' ? 'Plugin' : 'TaskPlugin', stage, plugin)
      const going = runSteps(plugin, stage)
      if (stage !== 'NewTaskPlugin') continue
      if (going) core(stage, 'Plugin', 'Main', 'TaskPlugin', plugin)
      else alive = alive.filter((other) => other !== plugin)
    }
  }

  for (const plugin of plugins) {
    core('NewPlugin', 'Main', 'PluginProvider', 'NewPlugin', plugin)
    core('NewPlugin', 'PluginProvider', 'Main', 'Plugin', plugin)
  }
  for (const stage of STAGES) {
    if (failures.length > 0) {
      notReached.push(...steps.filter((step) => step.stage === stage))
      continue
    }
    const change = SANDBOX[stage]
    if (change) core(stage, 'Main', change.to, change.method, engine)
    const going = [worker, engine].map((component) => runSteps(component, stage)).every(Boolean)
    if (change && going) {
      core(stage, change.to, 'Main', change.becomes, engine)
      sandbox = change.becomes
    }
    hooks(stage)
  }
  const ending: Stage[] = failures.length > 0 ? ['Exception', 'Dispose'] : ['Dispose']
  for (const stage of ending) {
    for (const component of [worker, engine]) runSteps(component, stage)
    hooks(stage)
  }
  const goodbye = sandbox === undefined ? undefined : GOODBYE[sandbox]
  if (sandbox && goodbye) core('Dispose', 'Main', sandbox, goodbye, engine)
  return { events, notReached, failures }
}
