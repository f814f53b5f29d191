import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { openCatalog } from '@/app/_server/catalog/openCatalog'
import { type ComposedText, composeText, type DesignText } from '@/app/_server/services/composeText'
import { services } from '@/app/_server/services/services'
import type { WorkerCatalog } from '@/lib/catalog/entry/entry'
import { type Draft, readDraft } from '@/lib/registry/drafts'

/** True for what an id of a draft looks like; anything else is nowhere in the store. */
export function isDraftId(text: unknown): text is string {
  return typeof text === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(text)
}

/** A draft, what it comes to, and the catalog of its worker (of the first one while the text does not say which). */
export interface OpenDesign extends ComposedText, DesignText {
  draft: Draft
  workerCatalog: WorkerCatalog
}

/** Opens a draft; answers "not found" where there is none. */
export const openDraft = cache(async (id: string): Promise<DesignText & { draft: Draft }> => {
  if (!isDraftId(id)) notFound()
  const { store } = await services()
  const draft = await readDraft(store, id)
  if (draft === undefined) notFound()
  return { draft, document: draft.document, opened: await openCatalog() }
})

/** Opens a design for a page; answers "not found" where there is none. Composed once a request. */
export const openDesign = cache(async (id: string): Promise<OpenDesign> => {
  const text = await openDraft(id)
  const composed = await composeText(text)
  const workers = Object.values(composed.catalog.workers)
  const named = workers.find(({ worker }) => worker.name === composed.composition?.worker) ?? workers[0]
  if (named === undefined) throw new Error('the catalog is empty')
  return { ...text, workerCatalog: named, ...composed }
})
