import type { JsonValue } from '@/lib/base/json'
import type { Design } from '@/lib/compose/design/design'

/** A complete design for tests: an engine with a usual configuration, plugins by name, everything else as an admin would have it. */
export function exampleDesign(
  engine: string,
  plugins: Record<string, JsonValue>,
  members: Partial<Design> = {},
): Design {
  return {
    worker: 'taskcluster-worker',
    provisionerId: 'proj',
    workerType: 'example-1',
    description: 'An example',
    strict: true,
    engine: { name: engine, config: ENGINE_CONFIGS[engine] ?? {} },
    plugins,
    disabledPlugins: [],
    otherEngines: {},
    settings: {
      temporaryFolder: '/mnt/tasks',
      minimumDiskSpace: 0,
      minimumMemory: 0,
      monitor: { logLevel: 'info' },
      credentials: { clientId: 'worker', accessToken: { $env: 'TASKCLUSTER_ACCESS_TOKEN' } },
      webHookServer: { provider: 'localhost' },
      worker: {
        workerGroup: 'group',
        workerId: 'one',
        pollingInterval: 5,
        reclaimOffset: 300,
        minimumReclaimDelay: 30,
        concurrency: 1,
      },
    },
    samples: {},
    ...members,
  }
}

const ENGINE_CONFIGS: Record<string, JsonValue> = {
  docker: { privileged: 'never' },
  native: { createUser: false },
  qemu: { network: { subnets: 1 }, limits: { maxMemory: 1024, maxCPUs: 2, defaultThreads: 1 } },
  script: { command: ['/bin/true'], schema: { type: 'object', properties: { url: { type: 'string' } }, required: [] } },
  mock: {},
}
