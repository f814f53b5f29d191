import type { TraceView } from '@/app/_ui/tasks/traceView'
import type { JsonObject } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import type { RegistrationOutcome } from '@/lib/registry/versions/version'
import type { Replay } from '@/lib/review/replayTasks'
import type { KitSummary } from '@/lib/testkit/kitSummary'

/** A saved draft as editors see it. */
export interface DraftText {
  document: string
  revision: number
  author: string
  /** ISO 8601 */
  savedAt: string
}

/** What the server says to a changed text. */
export type SaveAnswer =
  | { outcome: 'saved'; revision: number }
  | { outcome: 'conflict'; draft: DraftText }
  | { outcome: 'signed-out' }
  | { outcome: 'refused'; problems: Problem[] }

/** Sends a form with the text, `document`, and the revision that it was made from, `revision`. Other arguments could not be as long. */
export type SaveDraft = (form: FormData) => Promise<SaveAnswer>

/** What a form that starts a design has come to: why not, or the new draft with what happened on the way. */
export interface StartState {
  problems: Problem[]
  draftId?: string
}

/** What a button on a worker type's page has come to. */
export interface ActionState {
  problems: Problem[]
  /** what was done, in a sentence */
  done?: string
}

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

/** What became of the tasks of the last preview under the two schemas. */
export interface ReplayState {
  problems: Problem[]
  replay?: Replay
}

/** What came of a text that may become an entry. */
export interface EntryState {
  problems: Problem[]
  /** the entry in it, where it is one */
  checked?: { label: string; version: string; title: string; report: KitSummary }
}

/** What a form that traces a task has come to. */
export interface TraceState {
  problems: Problem[]
  traced?: {
    /** the name of the task */
    name: string
    /** how many tasks the text has; the first is traced */
    tasks: number
    /** why the Queue would refuse the task, so that no worker ever saw it; empty where it would take it */
    refusals: string[]
    view: TraceView
    /** what was traced, for files of it */
    text: string
    fails: boolean
  }
}
