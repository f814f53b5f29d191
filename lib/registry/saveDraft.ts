import { and, eq, sql } from 'drizzle-orm'
import { fail, type Result, succeed } from '../base/problem'
import { checkText } from './checkText'
import { type Draft, draftSchema } from './draft'
import { recordAudit } from './recordAudit'
import type { Store } from './store'
import { drafts } from './tables/drafts'

/** A changed document, and the revision that it was made from. */
export interface DraftChange {
  title: string
  document: string
  expectedRevision: number
  author: string
  now: Date
}

/** `saved`, or `conflict` with the draft that somebody else saved meanwhile; then nothing was written. */
export interface SavedDraft {
  outcome: 'saved' | 'conflict'
  draft: Draft
}

/** Saves a draft if nobody else did since `expectedRevision`. Problems: `draft-not-found`, `text-too-large`, `text-invalid`. */
export async function saveDraft(
  store: Store,
  id: string,
  { title, document, expectedRevision, author, now }: DraftChange,
): Promise<Result<SavedDraft>> {
  const problems = [...checkText(document, 'document'), ...checkText(title, 'title', 1000)]
  if (problems.length > 0) return fail(problems)
  return store.database.transaction(async (tx) => {
    const saved = await tx
      .update(drafts)
      .set({ title, document, author, updatedAt: now, revision: sql`${drafts.revision} + 1` })
      .where(and(eq(drafts.id, id), eq(drafts.revision, expectedRevision)))
      .returning()
    if (saved[0]) {
      const draft = draftSchema.parse(saved[0])
      const detail = { title, revision: draft.revision }
      await recordAudit(tx, { entity: `draft:${id}`, action: 'draft.saved', who: author, at: now, detail })
      return succeed({ outcome: 'saved', draft })
    }
    const found = await tx.select().from(drafts).where(eq(drafts.id, id))
    if (found[0]) return succeed({ outcome: 'conflict', draft: draftSchema.parse(found[0]) })
    return fail([{ code: 'draft-not-found', severity: 'error', message: 'there is no such draft', path: '' }])
  })
}
