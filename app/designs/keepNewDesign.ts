import 'server-only'
import type { Result } from '@/lib/base/problem'
import { fail } from '@/lib/base/problem'
import { createDraft } from '@/lib/registry/createDraft'
import type { Draft } from '@/lib/registry/draft'
import { currentSession } from '../server/currentSession'
import { newId } from '../server/newId'
import { services } from '../server/services'
import { signInNeeded } from '../server/signInNeeded'
import { designTitle } from './designTitle'

/** Keeps a text as a new draft of whoever is signed in. */
export async function keepNewDesign(document: string): Promise<Result<Draft>> {
  const session = await currentSession()
  if (session === undefined) return fail([signInNeeded])
  const { store } = await services()
  const title = designTitle(document, 'Unreadable design')
  return createDraft(store, { id: newId(), title, document, author: session.clientId, now: new Date() })
}
