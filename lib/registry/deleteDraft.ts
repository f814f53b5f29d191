import { eq } from 'drizzle-orm'
import { draftAudit } from './draftAudit'
import { recordAudit } from './recordAudit'
import type { Store } from './store'
import { drafts } from './tables/drafts'

/** Deletes a draft; false when there was none. */
export async function deleteDraft(
  store: Store,
  id: string,
  { author, now }: { author: string; now: Date },
): Promise<boolean> {
  return store.database.transaction(async (tx) => {
    const { title, document, revision } = drafts
    const rows = await tx.delete(drafts).where(eq(drafts.id, id)).returning({ title, document, revision })
    if (!rows[0]) return false
    const detail = { title: rows[0].title, revision: rows[0].revision, ...draftAudit(rows[0], undefined) }
    await recordAudit(tx, { entity: `draft:${id}`, action: 'draft.deleted', who: author, at: now, detail })
    return true
  })
}
