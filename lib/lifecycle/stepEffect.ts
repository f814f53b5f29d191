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
