import type { TraceEvent, TraceStage } from './trace'

/** Events by stage, in the order in which they happen. */
export function stagesOf(events: TraceEvent[]): [TraceStage, TraceEvent[]][] {
  const stages = new Map<TraceStage, TraceEvent[]>()
  for (const event of events) stages.set(event.stage, [...(stages.get(event.stage) ?? []), event])
  return [...stages]
}
