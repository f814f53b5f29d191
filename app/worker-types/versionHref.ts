import { workerTypeHref } from './workerTypeHref'

/** The page of a version. */
export function versionHref({ taskQueueId, number }: { taskQueueId: string; number: number }): string {
  return `${workerTypeHref(taskQueueId)}/versions/${number}`
}
