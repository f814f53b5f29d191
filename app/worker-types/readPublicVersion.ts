import 'server-only'
import { services } from '@/app/server/services'
import { currentVersion } from '@/lib/registry/currentVersion'
import { readVersion } from '@/lib/registry/readVersion'
import type { Version } from '@/lib/registry/version'
import { isTaskQueueId } from './isTaskQueueId'

/** What the address of a version's pages names. */
export type VersionParams = Promise<{ provisionerId: string; workerType: string; number: string }>

/** What an address names: the version that is in force, or the one with this number, as it stands in the address. */
export interface VersionAddress {
  provisionerId: string
  workerType: string
  number?: string
}

/** A version that the Queue acknowledged; others are nobody's business but their authors'. */
export async function readPublicVersion({
  provisionerId,
  workerType,
  number,
}: VersionAddress): Promise<Version | undefined> {
  const taskQueueId = `${provisionerId}/${workerType}`
  if (!isTaskQueueId(taskQueueId)) return undefined
  const { store } = await services()
  if (number === undefined) return currentVersion(store, taskQueueId)
  if (!/^[1-9]\d{0,8}$/.test(number)) return undefined
  const version = await readVersion(store, taskQueueId, Number(number))
  return version?.state === 'acknowledged' ? version : undefined
}
