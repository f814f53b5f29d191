'use server'

import { refresh } from 'next/cache'
import type { Draft } from '@/lib/registry/draft'
import { readDraft } from '@/lib/registry/readDraft'
import { saveDraft } from '@/lib/registry/saveDraft'
import { currentSession } from '../../server/currentSession'
import { services } from '../../server/services'
import { designTitle } from '../designTitle'
import type { DraftText, SaveAnswer } from '../draftState'
import { isDraftId } from '../isDraftId'

/** Saves what was typed, readable or not, if nobody else saved since `revision`. */
export async function saveDesign(id: string, document: string, revision: number): Promise<SaveAnswer> {
  if (!isDraftId(id) || typeof document !== 'string' || !Number.isInteger(revision))
    return refuse('The request is not one that this page makes.')
  const session = await currentSession()
  if (session === undefined) return { outcome: 'signed-out' }
  const { store } = await services()
  const before = await readDraft(store, id)
  if (before === undefined)
    return refuse('This design has been deleted. Copy your text, and start a new design with it.')
  const saved = await saveDraft(store, id, {
    title: designTitle(document, before.title),
    document,
    expectedRevision: revision,
    author: session.clientId,
    now: new Date(),
  })
  if (!saved.ok) return { outcome: 'refused', problems: saved.problems }
  if (saved.value.outcome === 'saved') refresh()
  return { outcome: saved.value.outcome, draft: draftText(saved.value.draft) }
}

function draftText({ document, revision, author, updatedAt }: Draft): DraftText {
  return { document, revision, author, savedAt: updatedAt.toISOString() }
}

function refuse(message: string): SaveAnswer {
  return { outcome: 'refused', problems: [{ code: 'not-saved', severity: 'error', message, path: '' }] }
}
