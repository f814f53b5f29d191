'use server'

import { redirect } from 'next/navigation'
import { readVersion } from '@/lib/registry/readVersion'
import { keepNewDesign } from '../designs/keepNewDesign'
import { services } from '../server/services'
import { isTaskQueueId } from './isTaskQueueId'

/** Starts a design as a copy of a registered version, and opens it. */
export async function startFromVersion(taskQueueId: string, number: number): Promise<void> {
  const { store } = await services()
  const known = isTaskQueueId(taskQueueId) && Number.isInteger(number) && number > 0 && number < 2 ** 31
  const version = known ? await readVersion(store, taskQueueId, number) : undefined
  if (version === undefined) redirect('/')
  const kept = await keepNewDesign(version.designYaml)
  redirect(kept.ok ? `/designs/${kept.value.id}` : '/sign-in')
}
