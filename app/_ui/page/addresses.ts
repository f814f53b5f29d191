import type { EntryKey } from '@/lib/registry/entries/entries'

/** The address of a worker type's page. */
export function workerTypeHref(taskQueueId: string): string {
  return `/worker-types/${taskQueueId.split('/').map(encodeURIComponent).join('/')}`
}

/** The page of a version. */
export function versionHref({ taskQueueId, number }: { taskQueueId: string; number: number }): string {
  return `${workerTypeHref(taskQueueId)}/versions/${number}`
}

/** The address of the page of an entry, or of one version of it. */
export function entryHref({ worker, kind, name }: Omit<EntryKey, 'version'>, version?: string): string {
  const page = `/catalog/${[worker, kind, name].map(encodeURIComponent).join('/')}`
  return version === undefined ? page : `${page}?version=${encodeURIComponent(version)}`
}
