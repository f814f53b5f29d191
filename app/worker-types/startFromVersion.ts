'use server'

import { redirect } from 'next/navigation'
import { keepNewDesign } from '@/app/designs/keepNewDesign'
import type { Ask } from '@/app/guard/demand'
import { guardedAction } from '@/app/guard/guardedAction'
import { idText, wholeNumber } from '@/app/guard/takes'
import { services } from '@/app/server/services'
import { readVersion } from '@/lib/registry/readVersion'
import { isTaskQueueId } from './isTaskQueueId'

/** Starts a design as a copy of a registered version, and opens it. */
export const startFromVersion = guardedAction(
  { name: 'startFromVersion', readers: 'readers', refuse: () => redirect('/sign-in') },
  [idText, wholeNumber],
  openCopy,
)

/** Starts a design as a copy of a registered version, and opens its review: registered, it is a new version that says what that one said. */
export const restoreVersion = guardedAction(
  { name: 'restoreVersion', readers: 'readers', refuse: () => redirect('/sign-in') },
  [idText, wholeNumber],
  reviewCopy,
)

async function openCopy(ask: Ask, taskQueueId: string, number: number): Promise<void> {
  redirect(await copyVersion(ask, taskQueueId, number))
}

async function reviewCopy(ask: Ask, taskQueueId: string, number: number): Promise<void> {
  const place = await copyVersion(ask, taskQueueId, number)
  redirect(place.startsWith('/designs/') ? `${place}/review` : place)
}

/** The address to go on at. */
async function copyVersion(ask: Ask, taskQueueId: string, number: number): Promise<string> {
  const { store } = await services()
  const known = isTaskQueueId(taskQueueId) && Number.isInteger(number) && number > 0 && number < 2 ** 31
  const version = known ? await readVersion(store, taskQueueId, number) : undefined
  if (version === undefined) return '/'
  const kept = await keepNewDesign(ask, version.designYaml)
  return kept.ok ? `/designs/${kept.value.id}` : '/sign-in'
}
