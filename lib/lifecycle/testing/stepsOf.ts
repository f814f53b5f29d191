import type { Trace, TraceStep } from '@/lib/lifecycle/trace'

/** All steps of a trace, reached or not. */
export function stepsOf(trace: Trace): TraceStep[] {
  return [...trace.events, ...trace.notReached].filter(
    (event): event is TraceStep => event.kind === 'check' || event.kind === 'engine-call',
  )
}
