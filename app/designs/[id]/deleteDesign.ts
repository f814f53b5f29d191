'use server'

import { redirect } from 'next/navigation'
import { deleteDraft } from '@/lib/registry/deleteDraft'
import { currentSession } from '../../server/currentSession'
import { services } from '../../server/services'
import { isDraftId } from '../isDraftId'

/** Deletes a design; registered versions of it stay. */
export async function deleteDesign(id: string): Promise<void> {
  const session = await currentSession()
  if (session === undefined || !isDraftId(id)) redirect('/sign-in')
  const { store } = await services()
  await deleteDraft(store, id, { author: session.clientId, now: new Date() })
  redirect('/designs')
}
