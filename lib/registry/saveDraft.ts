import { eq } from 'drizzle-orm'
import type { JsonObject } from '@/lib/base/json'
import { fail, type Result, succeed } from '@/lib/base/problem'
import { checkText } from './checkText'
import { type Draft, draftSchema } from './draft'
import { draftAudit } from './draftAudit'
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
  /** what the audit says of the places that differ from that revision, as `designChanges` has it */
  changes?: JsonObject
}

/** `saved`, or `conflict` with the draft that somebody else saved meanwhile; then nothing was written. */
export interface SavedDraft {
  outcome: 'saved' | 'conflict'
  draft: Draft
}

/**
 * Saves a draft if nobody else did since `expectedRevision`. A text that is there already is saved, and nothing is written.
 *
 * Problems: `draft-not-found`, `text-too-large`, `text-invalid`.
 */
export async function saveDraft(
  store: Store,
  id: string,
  { title, document, expectedRevision, author, now, changes }: DraftChange,
): Promise<Result<SavedDraft>> {
  const problems = [...checkText(document, 'document'), ...checkText(title, 'title', 1000)]
  if (problems.length > 0) return fail(problems)
  return store.database.transaction(async (tx) => {
    const found = await tx.select().from(drafts).where(eq(drafts.id, id)).for('update')
    if (!found[0])
      return fail([{ code: 'draft-not-found', severity: 'error', message: 'there is no such draft', path: '' }])
    const before = draftSchema.parse(found[0])
    if (before.revision !== expectedRevision) return succeed({ outcome: 'conflict', draft: before })
    if (before.title === title && before.document === document) return succeed({ outcome: 'saved', draft: before })
    const changed = { title, document, author, updatedAt: now, revision: expectedRevision + 1 }
    await tx.update(drafts).set(changed).where(eq(drafts.id, id))
    const draft = { ...before, ...changed }
    const detail = { title, revision: draft.revision, ...draftAudit(before, draft), ...changes }
    await recordAudit(tx, { entity: `draft:${id}`, action: 'draft.saved', who: author, at: now, detail })
    return succeed({ outcome: 'saved', draft })
  })
}
