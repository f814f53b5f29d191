import { eq } from 'drizzle-orm'
import { type Draft, draftSchema } from './draft'
import type { Store } from './store'
import { drafts } from './tables/drafts'

/** The draft with this id, or undefined. */
export async function readDraft(store: Store, id: string): Promise<Draft | undefined> {
  const rows = await store.database.select().from(drafts).where(eq(drafts.id, id))
  return rows[0] && draftSchema.parse(rows[0])
}
