/** The address of a worker type's page. */
export function workerTypeHref(taskQueueId: string): string {
  return `/worker-types/${taskQueueId.split('/').map(encodeURIComponent).join('/')}`
}
