import { stepEffect } from './stepEffect'
import type { TraceStep } from './trace'

/**
 * Whether a task feels that something is not possible: it ends in an exception, or, in a strict design, it gets less than it asked for. What it did not ask
 * for, such as a proxy that is on by default, it does not miss.
 */
export function isFelt(step: TraceStep, strict: boolean): boolean {
  if (stepEffect(step) !== 'none') return true
  const lost = step.outcome === 'not-supported-ignored' || step.outcome === 'dropped'
  return lost && strict && (step.asked === 'explicitly' || step.asked === 'by-omission')
}
