import {
  describeResolution,
  describeStep,
  foldEvents,
  stagesOf,
  stepOutcome,
  type TraceLine,
  whatHappens,
} from './describeStep'
import type { Trace, TraceStage } from './trace'

/**
 * A trace as lines for people: stage by stage who calls whom and what came of it, then what the task did not get to, then how it ends. Texts of payload and
 * catalog are in them as they are.
 */
export function formatTrace(trace: Trace): string[] {
  const lines = stagesOf(trace.events).flatMap(([stage, events]) => [
    titleOf(stage),
    ...foldEvents(events).map((line) => `  ${lineText(line)}`),
    '',
  ])
  if (trace.notReached.length > 0) {
    const steps = trace.notReached.map((step) => `  ${step.stage}: ${describeStep(step)}`)
    lines.push('Not reached, because the task had ended:', ...steps, '')
  }
  return [...lines, `Resolution: ${describeResolution(trace.resolution)}`]
}

function titleOf(stage: TraceStage): string {
  return stage === 'NewPlugin' ? 'NewPlugin (once, when the worker starts)' : stage
}

function lineText(line: TraceLine): string {
  if (line.kind === 'core') {
    const { from, to, kind, message, parallel } = line.event
    const names = line.components.map((component) => component.replace(/^plugin /, ''))
    const who = line.event.parallel || names.length > 1 ? ` [${names.join(', ')}]` : ''
    const together = parallel && names.length > 1 ? ' side by side' : ''
    return `${from} ${kind === 'call' ? '->' : '-->'} ${to}: ${message}${kind === 'call' ? '()' : ''}${who}${together}`
  }
  const { step } = line
  const at = step.place === '' ? '' : ` for payload${step.place}`
  const arrow = step.from === step.to ? step.from : `${step.from} -> ${step.to}`
  return `  ${step.component}: ${arrow}: ${whatHappens(step)}${at}: ${stepOutcome(step)}`
}
