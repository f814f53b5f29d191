import { describeStep } from './describeStep'
import type { StagesRun } from './runStages'
import { stepEffect } from './stepEffect'
import type { Resolution, TracedTask } from './trace'

/** How the task ends. The worst failure decides; without one, the command does, as far as a plugin asks how it went. */
export function resolutionOf({ events, failures }: StagesRun, { fails }: TracedTask): Resolution {
  if (failures.length > 0) {
    const fatal = failures.filter((step) => stepEffect(step) === 'fatal')
    const stopsWorker = fatal.length > 0
    return {
      state: 'exception',
      reason: stopsWorker ? 'internal-error' : 'malformed-payload',
      stopsWorker,
      reasons: [...new Set((stopsWorker ? fatal : failures).map(describeStep))],
    }
  }
  if (!fails) return { state: 'completed', reasons: [] }
  const asked = events.some((event) => event.kind === 'engine-call' && event.engineFeature === 'success')
  return asked
    ? { state: 'failed', reasons: ['the command does not succeed'] }
    : { state: 'completed', reasons: ['no plugin asks whether the command has succeeded'] }
}
