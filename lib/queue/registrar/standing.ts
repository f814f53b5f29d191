import type { Problem } from '@/lib/base/problem'
import type { RegistrationOutcome } from '@/lib/registry/version'
import type { QueueReport } from './queueReport'

/** How a registered worker type stands with its Queue. */
export interface Standing {
  taskQueueId: string
  /** the number of the registered version */
  version: number
  /** what its registration came to */
  outcome: RegistrationOutcome | null
  /** that of the report; `expired` for a worker type whose time is over, `unchecked` where this version was not compared yet */
  state: QueueReport['state'] | 'expired' | 'unchecked'
  /** soon, while `state` is another one than `expired` */
  expiring: boolean
  /** true where nothing is to be done: nothing differs, is missing, over or unknown */
  ok: boolean
  /** a sentence on the state, and what to do about it */
  meaning: string
  advice: string
  expires: Date | null
  checkedAt: Date | null
  automaticRenewal: boolean
  differences: QueueReport['differences']
  problems: Problem[]
}

/** What is known of the version that stands. */
export interface RegisteredVersion {
  taskQueueId: string
  number: number
  outcome: RegistrationOutcome | null
  expires: Date
}
