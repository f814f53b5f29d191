'use server'

import { redirect } from 'next/navigation'
import { readVersion } from '@/lib/registry/readVersion'
import { keepNewDesign } from '../designs/keepNewDesign'
import { services } from '../server/services'
import { isTaskQueueId } from './isTaskQueueId'

/** Starts a design as a copy of a registered version, and opens it. */
export async function startFromVersion(taskQueueId: string, number: number): Promise<void> {
  redirect(await copyVersion(taskQueueId, number))
}

/** Starts a design as a copy of a registered version, and opens its review: registered, it is a new version that says what that one said. */
export async function restoreVersion(taskQueueId: string, number: number): Promise<void> {
  const place = await copyVersion(taskQueueId, number)
  redirect(place.startsWith('/designs/') ? `${place}/review` : place)
}

/** The address to go on at. */
async function copyVersion(taskQueueId: string, number: number): Promise<string> {
  const { store } = await services()
  const known = isTaskQueueId(taskQueueId) && Number.isInteger(number) && number > 0 && number < 2 ** 31
  const version = known ? await readVersion(store, taskQueueId, number) : undefined
  if (version === undefined) return '/'
  const kept = await keepNewDesign(version.designYaml)
  return kept.ok ? `/designs/${kept.value.id}` : '/sign-in'
}
