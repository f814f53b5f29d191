import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import type { WorkerCatalog } from '@/lib/catalog/entry'
import type { Draft } from '@/lib/registry/draft'
import { readDraft } from '@/lib/registry/readDraft'
import { type ComposedText, composeText } from '../../server/composeText'
import { type OpenedCatalog, openCatalog } from '../../server/openCatalog'
import { services } from '../../server/services'
import { isDraftId } from '../isDraftId'

/** A draft, what it comes to, and the catalog of its worker (of the first one while the text does not say which). */
export interface OpenDesign extends ComposedText {
  draft: Draft
  opened: OpenedCatalog
  workerCatalog: WorkerCatalog
}

/** Opens a design for a page; answers "not found" where there is none. Composed once a request. */
export const openDesign = cache(async (id: string): Promise<OpenDesign> => {
  if (!isDraftId(id)) notFound()
  const { store } = await services()
  const draft = await readDraft(store, id)
  if (draft === undefined) notFound()
  const opened = await openCatalog()
  const composed = composeText(draft.document, opened)
  const workers = Object.values(composed.catalog.workers)
  const named = workers.find(({ worker }) => worker.name === composed.composition?.worker) ?? workers[0]
  if (named === undefined) throw new Error('the catalog is empty')
  return { draft, opened, workerCatalog: named, ...composed }
})
