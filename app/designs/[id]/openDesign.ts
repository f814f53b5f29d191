import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { isDraftId } from '@/app/designs/isDraftId'
import { type ComposedText, composeText, type DesignText } from '@/app/server/composeText'
import { openCatalog } from '@/app/server/openCatalog'
import { services } from '@/app/server/services'
import type { WorkerCatalog } from '@/lib/catalog/entry'
import type { Draft } from '@/lib/registry/draft'
import { readDraft } from '@/lib/registry/readDraft'

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
