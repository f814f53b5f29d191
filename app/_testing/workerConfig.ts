/** A configuration of taskcluster-worker as its owners write it, of the worker type `proj/one`. */
export const workerConfig = {
  ...{ engine: 'mock', engines: { mock: {} }, plugins: {}, temporaryFolder: '/mnt/tasks' },
  ...{ minimumDiskSpace: 0, minimumMemory: 0, monitor: { logLevel: 'info' }, webHookServer: { provider: 'localhost' } },
  credentials: { clientId: 'c', accessToken: '-test-access-token-------' },
  worker: {
    ...{ provisionerId: 'proj', workerType: 'one', workerGroup: 'g', workerId: 'w' },
    ...{ pollingInterval: 1, reclaimOffset: 300, minimumReclaimDelay: 30, concurrency: 1 },
  },
}
