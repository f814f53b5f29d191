import 'server-only'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { openCatalog } from '@/app/_server/catalog/openCatalog'
import type { DesignText } from '@/app/_server/services/composeText'
import { services } from '@/app/_server/services/services'
import type { Version } from '@/lib/registry/versions/version'
import { currentVersion, listVersions, readVersion } from '@/lib/registry/versions/versions'

/** True for the name of a worker type, `<provisionerId>/<workerType>`; anything else is nowhere in the store. */
export function isTaskQueueId(text: unknown): text is string {
  return typeof text === 'string' && /^[A-Za-z0-9_-]{1,38}\/[A-Za-z0-9_-]{1,38}$/.test(text)
}

/** A worker type that somebody has registered, or tried to. */
interface OpenWorkerType {
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

/** The design of the version of a worker type that is in force; the empty text while none is. */
export async function currentDesign(provisionerId: string, workerType: string): Promise<DesignText> {
  const [{ current }, opened] = await Promise.all([openWorkerType(provisionerId, workerType), openCatalog()])
  return { document: current?.designYaml ?? '', opened }
}

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

/** What the address of a worker type's pages names. */
export type WorkerTypeParams = Promise<{ provisionerId: string; workerType: string }>
