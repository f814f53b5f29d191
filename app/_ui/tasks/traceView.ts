import { Check, CircleSlash, type LucideIcon, X } from 'lucide-react'
import {
  describeResolution,
  describeStep,
  foldEvents,
  participants,
  stagesOf,
  stepOutcome,
  type TraceLine,
  whatHappens,
} from '@/lib/lifecycle/describeStep'
import { stepEffect } from '@/lib/lifecycle/stepEffect'
import type { Participant, Trace, TraceStage, TraceStep } from '@/lib/lifecycle/trace'

/** How a line went: a call of the core, something that worked, something that the task goes without, something that ended it. */
type LineTone = 'plain' | 'good' | 'lost' | 'bad'

/** One line of a trace, and one arrow of its diagram. */
export interface ViewLine {
  stage: TraceStage
  from: Participant
  to: Participant
  kind: 'call' | 'answer' | 'step'
  /** `Prepare()`, `attachProxy(name: "tcproxy")` */
  label: string
  /** the components that do it */
  who: string
  /** JSON pointer of the place in the payload that asks; '' for none */
  place: string
  /** what came of it, for steps */
  outcome: string
  tone: LineTone
}

/** A trace as a page shows it: bounded, whatever the task. */
export interface TraceView {
  participants: readonly Participant[]
  resolution: { state: Trace['resolution']['state']; words: string; reasons: string[]; allReasons: number }
  lines: ViewLine[]
  allLines: number
  /** what the task did not get to, in words */
  notReached: string[]
  allNotReached: number
}

const mostLines = 400
const mostReasons = 20
const longestText = 400

/** What of a trace a page shows. Files have all of it. */
export function traceView({ events, notReached, resolution }: Trace): TraceView {
  const lines = stagesOf(events).flatMap(([stage, inStage]) => foldEvents(inStage).map((line) => viewLine(stage, line)))
  const { state, reasons } = resolution
  return {
    participants,
    resolution: {
      state,
      words: describeResolution({ ...resolution, reasons: [] }),
      reasons: reasons.slice(0, mostReasons).map(cut),
      allReasons: reasons.length,
    },
    lines: lines.slice(0, mostLines),
    allLines: lines.length,
    notReached: notReached.slice(0, mostReasons).map((step) => cut(`${step.stage}: ${describeStep(step)}`)),
    allNotReached: notReached.length,
  }
}

function viewLine(stage: TraceStage, line: TraceLine): ViewLine {
  if (line.kind === 'core') {
    const { from, to, kind, message } = line.event
    const who = cut(line.components.map((component) => component.replace(/^plugin /, '')).join(', '))
    const label = kind === 'call' ? `${message}()` : message
    return { stage, from, to, kind, label, who, place: '', outcome: '', tone: 'plain' }
  }
  const { step } = line
  return {
    stage,
    from: step.from,
    to: step.to,
    kind: 'step',
    label: cut(whatHappens(step)),
    who: step.component,
    place: cut(step.place),
    outcome: cut(stepOutcome(step)),
    tone: toneOf(step),
  }
}

function toneOf(step: TraceStep): LineTone {
  if (stepEffect(step) !== 'none') return 'bad'
  return step.outcome === 'done' || step.outcome === 'passed' ? 'good' : 'lost'
}

function cut(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text
}

/** Icon and ink of what came of a step. */
export const toneLooks: Record<Exclude<LineTone, 'plain'>, { icon: LucideIcon; ink: string }> = {
  good: { icon: Check, ink: 'text-good' },
  lost: { icon: CircleSlash, ink: 'text-warn' },
  bad: { icon: X, ink: 'text-bad' },
}
