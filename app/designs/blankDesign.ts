import type { Design } from '@/lib/compose/design'

/**
 * A design to begin with: the settings that every worker needs, an engine that runs everywhere, no plugins. The credentials and the
 * name of the worker come from its environment.
 */
export function blankDesign(provisionerId: string, workerType: string, rootUrl: string): Design {
  return {
    worker: 'taskcluster-worker',
    provisionerId,
    workerType,
    description: '',
    strict: true,
    rootUrl,
    engine: { name: 'native', config: { createUser: true } },
    plugins: {},
    disabledPlugins: [],
    otherEngines: {},
    settings: {
      temporaryFolder: '/mnt/worker-storage',
      minimumDiskSpace: 10_000_000_000,
      minimumMemory: 1_000_000_000,
      monitor: { logLevel: 'info' },
      credentials: {
        clientId: { $env: 'TASKCLUSTER_CLIENT_ID' },
        accessToken: { $env: 'TASKCLUSTER_ACCESS_TOKEN' },
      },
      webHookServer: { provider: 'localhost' },
      worker: {
        workerGroup: { $env: 'WORKER_GROUP' },
        workerId: { $env: 'WORKER_ID' },
        pollingInterval: 5,
        reclaimOffset: 300,
        minimumReclaimDelay: 30,
        concurrency: 1,
      },
    },
    samples: {},
  }
}
