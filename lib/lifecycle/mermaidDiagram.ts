import {
  describeResolution,
  foldEvents,
  participants,
  stagesOf,
  stepOutcome,
  type TraceLine,
  whatHappens,
} from './describeStep'
import { stepEffect } from './stepEffect'
import type { Trace, TraceStep } from './trace'

/** A trace as a Mermaid sequence diagram. Texts of payload and catalog are escaped: they are text there and nothing else. */
export function mermaidDiagram(trace: Trace): string {
  const lines = stagesOf(trace.events).flatMap(([stage, events]) => [
    `Note over Main,ResultSet: ${stage}`,
    ...stageLines(foldEvents(events)),
  ])
  return [
    'sequenceDiagram',
    ...participants.map((name) => `  participant ${name}`),
    ...lines.map((line) => `  ${line}`),
    `  Note over Main,ResultSet: ${escaped(describeResolution(trace.resolution))}`,
    '',
  ].join('\n')
}

function stageLines(lines: TraceLine[]): string[] {
  const drawn: string[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (line === undefined) break
    if (line.kind === 'core') {
      drawn.push(coreArrow(line))
      continue
    }
    const together = [line.step]
    for (let next = lines[at + 1]; next?.kind === 'step'; next = lines[at + 1]) {
      together.push(next.step)
      at++
    }
    // one by one, since arguments are bounded and steps are not
    for (const arrow of stepBlock(together)) drawn.push(arrow)
  }
  return drawn
}

function coreArrow({ event, components }: Extract<TraceLine, { kind: 'core' }>): string {
  const names = event.parallel || components.length > 1 ? ` (${components.map(shortName).join(', ')})` : ''
  return `${event.from}${event.kind === 'call' ? '->>' : '-->>'}${event.to}: ${escaped(event.message + names)}`
}

/** The steps of several components happen side by side. */
function stepBlock(steps: TraceStep[]): string[] {
  const components = [...new Set(steps.map((step) => step.component))]
  const of = (component: string) => steps.filter((step) => step.component === component).map(stepArrow)
  if (components.length < 2) return steps.map(stepArrow)
  const blocks = components.flatMap((component, index) => [
    `${index === 0 ? 'par' : 'and'} ${escaped(component)}`,
    ...of(component).map((line) => `  ${line}`),
  ])
  return [...blocks, 'end']
}

function stepArrow(step: TraceStep): string {
  const arrow = stepEffect(step) === 'none' ? '->>' : '-x'
  const text = `${whatHappens(step)} (${shortName(step.component)}): ${stepOutcome(step)}`
  return `${step.from}${arrow}${step.to}: ${escaped(text)}`
}

function shortName(component: string): string {
  return component.replace(/^plugin /, '')
}

/** Everything but plain text becomes a character reference, which Mermaid shows and never reads. */
function escaped(text: string): string {
  return text.replace(/[^A-Za-z0-9 _.,/()=-]/gu, (character) => `#${character.codePointAt(0)};`)
}
