import { asc, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { JsonObject } from '@/lib/base/json'
import { fail, type Result, succeed } from '@/lib/base/problem'
import { sha256 } from '@/lib/base/sha256'
import { recordAudit } from './audit/recordAudit'
import type { Store } from './store/store'
import { checkText } from './store/storedValues'
import { drafts } from './tables/designTables'

/** A row of `drafts` less its document, as lists need it. */
const draftSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  revision: z.number().int(),
  author: z.string(),
  createdAt: z.date(),
  updatedAt: z.date(),
})

/** A row of `drafts`. */
const draftSchema = draftSummarySchema.extend({ document: z.string() })

/** A design that is being edited: the YAML text as it was typed, valid or not; `revision` counts the times it was saved. */
export type Draft = z.infer<typeof draftSchema>

export type DraftSummary = z.infer<typeof draftSummarySchema>

/** The draft with this id, or undefined. */
export async function readDraft(store: Store, id: string): Promise<Draft | undefined> {
  const rows = await store.database.select().from(drafts).where(eq(drafts.id, id))
  return rows[0] && draftSchema.parse(rows[0])
}

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

/** A changed document, and the revision that it was made from. */
interface DraftChange {
  title: string
  document: string
  expectedRevision: number
  author: string
  now: Date
  /** what the audit says of the places that differ from that revision, as `designChanges` has it */
  changes?: JsonObject
}

/** `saved`, or `conflict` with the draft that somebody else saved meanwhile; then nothing was written. */
interface SavedDraft {
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

type DraftText = Pick<Draft, 'title' | 'document'>

/** What the audit says of a draft before and after a change: the title, and the SHA-256 of the text. */
export function draftAudit(before: DraftText | undefined, after: DraftText | undefined): JsonObject {
  return { before: stateOf(before), after: stateOf(after) }
}

function stateOf(draft: DraftText | undefined): JsonObject | null {
  return draft === undefined ? null : { title: draft.title, sha256: sha256(draft.document) }
}
