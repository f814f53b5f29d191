import type { JsonValue } from '@/lib/base/json'
import type {
  CallOutcome,
  CheckOutcome,
  CoreEvent,
  EngineCallEvent,
  Participant,
  Resolution,
  TraceEvent,
  TraceStage,
  TraceStep,
} from './trace'

const WORDS: Record<CallOutcome | CheckOutcome, string> = {
  done: 'done',
  'not-supported-ignored': 'not supported, ignored',
  'not-supported-malformed': 'not supported, malformed-payload',
  'not-supported-fatal': 'not supported, fatal',
  'refused-argument': 'argument refused, malformed-payload',
  passed: 'good',
  warned: 'a warning',
  refused: 'malformed-payload',
  'internal-error': 'internal-error',
  fatal: 'fatal',
  dropped: 'ignored',
  unknown: 'not known',
}
const OCCASIONS = { 'on-demand': 'when somebody asks', 'to-end-the-task': 'only to end the task' } as const
const LONGEST = 60

/** A step as a clause: who does what, with what, and what came of it. */
export function describeStep(step: TraceStep): string {
  const at = step.place === '' ? '' : ` (payload${step.place})`
  return `${step.component}: ${whatHappens(step)}${at}: ${stepOutcome(step)}`
}

/** What came of a step, and why. */
export function stepOutcome({ outcome, reason }: TraceStep): string {
  return reason === undefined ? WORDS[outcome] : `${WORDS[outcome]}: ${reason}`
}

/** The call or check of a step in a word or two. */
export function whatHappens(step: TraceStep): string {
  if (step.kind === 'check') return step.id === 'payload' ? 'validate the payload' : `check ${step.id}`
  const occasion = step.occasion === undefined ? '' : `, ${OCCASIONS[step.occasion]}`
  return `${step.engineFeature}(${argumentsOf(step)})${occasion}`
}

function argumentsOf(call: EngineCallEvent): string {
  return Object.entries(call.arguments)
    .map(([name, value]) => `${name}: ${short(value)}`)
    .join(', ')
}

function short(value: JsonValue): string {
  const text = JSON.stringify(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}

/** How a task ends, in a line. */
export function describeResolution(resolution: Resolution): string {
  const why = resolution.reasons.length === 0 ? '' : `; ${resolution.reasons.join('; ')}`
  if (resolution.state !== 'exception') return `${resolution.state}${why}`
  return `exception, ${resolution.reason}${resolution.stopsWorker ? ', and the worker stops' : ''}${why}`
}

/** Everybody who takes part, from left to right in a sequence diagram. */
export const participants: readonly Participant[] = [
  'Main',
  'PluginProvider',
  'Plugin',
  'TaskPlugin',
  'Engine',
  'SandboxBuilder',
  'Sandbox',
  'ResultSet',
]

/** Events by stage, in the order in which they happen. */
export function stagesOf(events: TraceEvent[]): [TraceStage, TraceEvent[]][] {
  const stages = new Map<TraceStage, TraceEvent[]>()
  for (const event of events) {
    const others = stages.get(event.stage)
    if (others === undefined) stages.set(event.stage, [event])
    else others.push(event)
  }
  return [...stages]
}

/** A line of a trace: one step, or the same call of several components in one. */
export type TraceLine = { kind: 'step'; step: TraceStep } | { kind: 'core'; event: CoreEvent; components: string[] }

/**
 * The events of one stage, with what all plugins do alike folded into one line: a call where the first makes it, an answer where the last gets it, so that the
 * steps in between stand between them.
 */
export function foldEvents(events: TraceEvent[]): TraceLine[] {
  const cores = events.filter(isCore)
  return events.flatMap((event): TraceLine[] => {
    if (!isCore(event)) return [{ kind: 'step', step: event }]
    const same = cores.filter((other) => alike(other, event))
    const shown = event.kind === 'call' ? same.at(0) : same.at(-1)
    return shown === event ? [{ kind: 'core', event, components: same.map(({ component }) => component) }] : []
  })
}

function alike(a: CoreEvent, b: CoreEvent): boolean {
  return a.kind === b.kind && a.from === b.from && a.to === b.to && a.message === b.message && a.parallel === b.parallel
}

function isCore(event: TraceEvent): event is CoreEvent {
  return event.kind === 'call' || event.kind === 'answer'
}
