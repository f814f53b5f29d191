import { describeStep } from './describeStep'
import type { StagesRun } from './runStages'
import { stepEffect } from './stepEffect'
import type { Resolution, TracedTask } from './trace'

/** From the worst on. */
const SEVERITY = ['fatal', 'internal-error', 'malformed-payload'] as const

/** How the task ends. The worst failure decides; without one, the command does, as far as a plugin asks how it went. */
export function resolutionOf({ events, failures }: StagesRun, { fails }: TracedTask): Resolution {
  if (failures.length > 0) {
    const worst = SEVERITY.find((effect) => failures.some((step) => stepEffect(step) === effect))
    const guilty = failures.filter((step) => stepEffect(step) === worst)
    return {
      state: 'exception',
      reason: worst === 'malformed-payload' ? worst : 'internal-error',
      stopsWorker: worst === 'fatal',
      reasons: [...new Set(guilty.map(describeStep))],
    }
  }
  if (!fails) return { state: 'completed', reasons: [] }
  const asked = events.some((event) => event.kind === 'engine-call' && event.engineFeature === 'success')
  return asked
    ? { state: 'failed', reasons: ['the command does not succeed'] }
    : { state: 'completed', reasons: ['no plugin asks whether the command has succeeded'] }
}
