import type { TraceEvent, TraceStage } from './trace'

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
