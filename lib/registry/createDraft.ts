import { fail, type Result, succeed } from '@/lib/base/problem'
import { checkText } from './checkText'
import { type Draft, draftSchema } from './draft'
import { draftAudit } from './draftAudit'
import { recordAudit } from './recordAudit'
import type { Store } from './store'
import { drafts } from './tables/drafts'

/** What a draft begins with. `id` is random (22 characters of a slug id do), `title` what lists show. */
export interface NewDraft {
  id: string
  title: string
  document: string
  author: string
  now: Date
}

/** Keeps a new draft, at revision 1. Problems: `text-too-large`, `text-invalid`. */
export async function createDraft(
  store: Store,
  { id, title, document, author, now }: NewDraft,
): Promise<Result<Draft>> {
  const problems = [...checkText(document, 'document'), ...checkText(title, 'title', 1000)]
  if (problems.length > 0) return fail(problems)
  return store.database.transaction(async (tx) => {
    const rows = await tx
      .insert(drafts)
      .values({ id, title, document, revision: 1, author, createdAt: now, updatedAt: now })
      .returning()
    const detail = { title, ...draftAudit(undefined, { title, document }) }
    await recordAudit(tx, { entity: `draft:${id}`, action: 'draft.created', who: author, at: now, detail })
    return succeed(draftSchema.parse(rows[0]))
  })
}
