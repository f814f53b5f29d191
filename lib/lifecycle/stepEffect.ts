import type { TraceStep } from './trace'

/** What a step does to its task: nothing, or it ends in an exception. `fatal` also stops the worker. */
export function stepEffect(step: TraceStep): 'none' | 'malformed-payload' | 'internal-error' | 'fatal' {
  switch (step.outcome) {
    case 'not-supported-malformed':
    case 'refused-argument':
    case 'refused':
      return 'malformed-payload'
    case 'internal-error':
      return 'internal-error'
    case 'not-supported-fatal':
    case 'fatal':
      return 'fatal'
    default:
      return 'none'
  }
}

/**
 * Whether a task feels that something is not possible: it ends in an exception, or, in a strict design, it gets less than it asked for. What it did not ask
 * for, such as a proxy that is on by default, it does not miss.
 */
export function isObservable(step: TraceStep, strict: boolean): boolean {
  if (stepEffect(step) !== 'none') return true
  const lost = step.outcome === 'not-supported-ignored' || step.outcome === 'dropped'
  return lost && strict && (step.asked === 'explicitly' || step.asked === 'by-omission')
}
