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
  | { outcome: 'saved'; draft: DraftText }
  | { outcome: 'conflict'; draft: DraftText }
  | { outcome: 'signed-out' }
  | { outcome: 'refused'; problems: Problem[] }

/** Sends a text, with the revision that it was made from. */
export type SaveDraft = (document: string, revision: number) => Promise<SaveAnswer>
