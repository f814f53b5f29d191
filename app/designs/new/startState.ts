import type { Problem } from '@/lib/base/problem'

/** What a form that starts a design has come to: why not, or the new draft with what happened on the way. */
export interface StartState {
  problems: Problem[]
  draftId?: string
}
