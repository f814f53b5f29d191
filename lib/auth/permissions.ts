/** Reading, where the server does not let everybody read. */
export const viewScope = 'worker-types:view'

/** Changing, starting or deleting a design of a task queue, `<provisionerId>/<workerType>`. */
export function designScope(taskQueueId: string): string {
  return `worker-types:design:${taskQueueId}`
}

/** Adding or deleting a version of a custom entry of the catalog. */
export function catalogScope({ worker, name }: { worker: string; name: string }): string {
  return `worker-types:catalog:${worker}/${name}`
}

/** Reading the audit. */
export const auditScope = 'worker-types:audit'

/** Reading which clients there are. Changing them takes the scopes of Taskcluster's auth service. */
export const listClientsScope = 'auth:list-clients'
