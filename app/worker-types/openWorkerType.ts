import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { services } from '@/app/server/services'
import { currentVersion } from '@/lib/registry/currentVersion'
import { listVersions } from '@/lib/registry/listVersions'
import type { Version } from '@/lib/registry/version'
import { isTaskQueueId } from './isTaskQueueId'

/** A worker type that somebody has registered, or tried to. */
export interface OpenWorkerType {
  taskQueueId: string
  /** in force; undefined while no registration has succeeded */
  current: Version | undefined
  versions: Version[]
}

/** Opens a worker type for a page; answers "not found" where nobody ever registered it. */
export const openWorkerType = cache(async (provisionerId: string, workerType: string): Promise<OpenWorkerType> => {
  const { store } = await services()
  const taskQueueId = `${provisionerId}/${workerType}`
  if (!isTaskQueueId(taskQueueId)) notFound()
  const [current, versions] = await Promise.all([currentVersion(store, taskQueueId), listVersions(store, taskQueueId)])
  if (versions.length === 0) notFound()
  return { taskQueueId, current, versions }
})
