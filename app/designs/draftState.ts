import type { Problem } from '@/lib/base/problem'

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
