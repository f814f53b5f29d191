import type { CoreEvent, TraceEvent, TraceStep } from './trace'

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
