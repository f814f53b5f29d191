'use server'

import { redirect } from 'next/navigation'
import { isDraftId } from '@/app/designs/isDraftId'
import type { Ask } from '@/app/guard/demand'
import { guardedAction } from '@/app/guard/guardedAction'
import { idText } from '@/app/guard/takes'
import { services } from '@/app/server/services'
import { designScope } from '@/lib/auth/permissions'
import type { Problem } from '@/lib/base/problem'
import { deleteDraft } from '@/lib/registry/deleteDraft'
import { readDraft } from '@/lib/registry/readDraft'

/** Deletes a design; registered versions of it stay. */
export const deleteDesign = guardedAction(
  { name: 'deleteDesign', readers: 'readers', refuse: (problem): { problems: Problem[] } => ({ problems: [problem] }) },
  [idText],
  deleteAsked,
)

async function deleteAsked(ask: Ask, id: string): Promise<{ problems: Problem[] }> {
  await ask({ AllOf: [] })
  const { store } = await services()
  const draft = isDraftId(id) ? await readDraft(store, id) : undefined
  if (draft !== undefined) {
    const { who: author } = await ask(designScope(draft.title))
    await deleteDraft(store, draft.id, { author, now: new Date() })
  }
  redirect('/designs')
}
