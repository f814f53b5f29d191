import type { JsonObject } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import type { RegistrationOutcome } from '@/lib/registry/version'

/** What a registration has come to. */
export interface RegisterState {
  problems: Problem[]
  registered?: {
    renewed: boolean
    taskQueueId: string
    number: number
    outcome: RegistrationOutcome
    /** what the outcome means, and what can be done about it */
    words: string
    queueAnswer: JsonObject | null
    /** what became of the worker pool, where it was registered as well */
    pool?: { words?: string; problems: Problem[] }
  }
}

/** A change that breaks tasks, or may, as the form of a registration shows it. */
export interface BreakToConfirm {
  id: string
  sentence: string
  component: string | undefined
  /** nobody knows whether it breaks any */
  doubtful: boolean
}
