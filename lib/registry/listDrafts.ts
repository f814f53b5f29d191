import { asc, desc } from 'drizzle-orm'
import { type DraftSummary, draftSummarySchema } from './draft'
import type { Store } from './store'
import { drafts } from './tables/drafts'

/** The drafts without their documents, last changed first, at most `limit`. */
export async function listDrafts(store: Store, { limit = 1000 }: { limit?: number } = {}): Promise<DraftSummary[]> {
  const { id, title, revision, author, createdAt, updatedAt } = drafts
  const rows = await store.database
    .select({ id, title, revision, author, createdAt, updatedAt })
    .from(drafts)
    .orderBy(desc(updatedAt), asc(id))
    .limit(limit)
  return rows.map((row) => draftSummarySchema.parse(row))
}
