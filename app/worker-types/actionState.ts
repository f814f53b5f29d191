import type { Problem } from '@/lib/base/problem'

/** What a button on a worker type's page has come to. */
export interface ActionState {
  problems: Problem[]
  /** what was done, in a sentence */
  done?: string
}
