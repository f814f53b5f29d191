import { enginesByUse } from '@/lib/catalog/entry/engineFacts'
import type { Catalog } from '@/lib/catalog/entry/entry'
import { isPartOf } from '@/lib/catalog/entry/versions'
import type { Design } from '@/lib/compose/design/design'

/** Who a new design is for. */
export interface BlankIdentity {
  worker: string
  provisionerId: string
  workerType: string
  rootUrl: string
}

/** A design to begin with, for any worker of the catalog; undefined for an unknown one. */
export function blankDesign(identity: BlankIdentity, catalog: Catalog): Design | undefined {
  if (identity.worker === 'taskcluster-worker') return blankTaskclusterWorker(identity)
  return Object.hasOwn(catalog.workers, identity.worker) ? asBuilt(identity, catalog) : undefined
}

/** Everything that the program has when nothing is configured, in the likeliest engine. */
function asBuilt({ worker, provisionerId, workerType, rootUrl }: BlankIdentity, catalog: Catalog): Design {
  const { engines = {}, plugins = {}, worker: program } = catalog.workers[worker] ?? {}
  const engine = enginesByUse({ engines })[0]?.name ?? ''
  const built = Object.values(plugins)
    .filter((entry) => isPartOf(entry, engine, program?.latest ?? '0.0.0'))
    .filter((entry) => entry.switch?.default ?? true)
  return {
    worker,
    provisionerId,
    workerType,
    description: '',
    strict: true,
    rootUrl,
    engine: { name: engine, config: {} },
    plugins: Object.fromEntries(built.map(({ name }) => [name, {}])),
    disabledPlugins: [],
    otherEngines: {},
    settings: {},
    samples: {},
  }
}

/** The settings that every worker needs, an engine that runs everywhere, no plugins. Credentials and the worker's name come from its environment. */
function blankTaskclusterWorker({ provisionerId, workerType, rootUrl }: BlankIdentity): Design {
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
