import { asc, desc, eq } from 'drizzle-orm'
import { type Draft, draftSchema } from './draft'
import type { Store } from './store'
import { drafts } from './tables/drafts'

/** The draft with this title that was changed last, or undefined. */
export async function newestDraft(store: Store, title: string): Promise<Draft | undefined> {
  const rows = await store.database
    .select()
    .from(drafts)
    .where(eq(drafts.title, title))
    .orderBy(desc(drafts.updatedAt), asc(drafts.id))
    .limit(1)
  return rows[0] && draftSchema.parse(rows[0])
}
