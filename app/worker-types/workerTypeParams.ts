/** What the address of a worker type's pages names. */
export type WorkerTypeParams = Promise<{ provisionerId: string; workerType: string }>
