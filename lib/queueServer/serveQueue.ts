import { randomBytes, randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { openServerStore } from '@/lib/auth/setup/openServerStore'
import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import { startGate } from '@/lib/gate/startGate'
import { listen, within } from '@/lib/http/listen'
import { createQueueHandler } from '@/lib/queue/createQueueHandler'
import { apiRates } from '@/lib/queue/operations/apiRates'
import { type HealthReport, tellDisk, withDisk } from '@/lib/queue/operations/health'
import { addDiskMetrics, type QueueMetrics, queueMetrics } from '@/lib/queue/operations/queueMetrics'
import { withMetrics, withOperations } from '@/lib/queue/operations/withOperations'
import { requestListener } from '@/lib/queue/requestListener'
import { DatabaseRefused } from '@/lib/registry/store/migrations'
import { openServer } from '@/lib/registry/store/openServer'
import { openStore } from '@/lib/registry/store/openStore'
import type { StoreDisk } from '@/lib/registry/store/store'
import { toolVersion } from '@/lib/toolVersion'
import type { QueueSettings } from './queueSettings'

/** A Queue or gate that serves. */
export interface ServedQueue {
  url: string
  /** resolves with the reason when its database has stopped by itself, and it can serve no more */
  stopped: Promise<Error>
  /** finishes what is in flight, up to the limit of the settings, and closes everything */
  stop(): Promise<void>
}

/** How long the end of connections and of the database may take, beyond what is in flight. */
const closingMilliseconds = 5000

interface Service {
  listener: Parameters<typeof withOperations>[0]
  metrics: QueueMetrics
  health: () => HealthReport | Promise<HealthReport>
  disk: StoreDisk | undefined
  close: () => Promise<void>
}

/**
 * Serves the embedded Queue, or with an upstream the gate, on the database of the settings. A gate on a PostgreSQL server starts also while
 * that is gone, and not on one of a newer release. Problems: those of `openServerStore`, `address-unusable`.
 */
export async function serveQueue(
  settings: QueueSettings,
  { log, migrationsFolder }: { log: Logger; migrationsFolder: string },
): Promise<Result<ServedQueue>> {
  const opened = await (settings.upstream === undefined
    ? embedded(settings, log, migrationsFolder)
    : gate(settings, settings.upstream, log, migrationsFolder))
  if (!opened.ok) return opened
  const { listener, metrics, health, disk, close } = opened.value
  if (disk !== undefined) {
    tellDisk(disk, log)
    addDiskMetrics(metrics.registry, disk)
  }
  let stopping = false
  const operations = { registry: metrics.registry, health, stopping: () => stopping }
  try {
    const { trustedProxies: proxies } = settings
    // what the gate passes on is what upstream says
    const publicRead = settings.publicRead || settings.upstream !== undefined
    const host = await listen(withOperations(listener, operations), settings, {
      ...{ log, proxies, publicRead },
      isFollowed: settings.upstream === undefined,
    })
    const stop = async () => {
      stopping = true
      const grace = settings.stopSeconds * 1000
      await within(grace + closingMilliseconds, host.close(grace))
      if (!(await within(closingMilliseconds, close()))) log.error('the database could not be closed')
    }
    return succeed({ url: host.url, stop, stopped: disk?.stopped ?? new Promise<Error>(() => {}) })
  } catch (error) {
    await close()
    const why = error instanceof Error ? error.message : String(error)
    const message = `cannot listen on port ${settings.port} of ${settings.host}: ${why}`
    const help = 'Choose another address with HOST and PORT.'
    return fail([{ code: 'address-unusable', severity: 'error', message, path: 'PORT', help }])
  }
}

async function gate(
  settings: QueueSettings,
  upstream: string,
  log: Logger,
  migrationsFolder: string,
): Promise<Result<Service>> {
  const { databaseUrl, dataDir, rootUrl, pagesUrl, whenUnknown, connectSeconds, answerSeconds } = settings
  const upstreamLimits = { connect: connectSeconds * 1000, answer: answerSeconds * 1000 }
  const gateSettings = { upstream, rootUrl, pagesUrl, whenUnknown, upstreamLimits, version: toolVersion, log }
  if (databaseUrl !== undefined) {
    const refused = await refusedServer(databaseUrl, migrationsFolder)
    if (refused !== undefined) return fail([refused])
    return succeed({ ...startGate(gateSettings, { databaseUrl, migrationsFolder }), disk: undefined })
  }
  const store = await openStore({ dataDir, now: new Date(), migrationsFolder })
  if (!store.ok) return store
  const started = startGate(gateSettings, { store: store.value })
  const close = async () => {
    await started.close()
    await store.value.close()
  }
  const { disk } = store.value
  return succeed({ ...started, health: () => withDisk(started.health(), disk), disk, close })
}

/** Why a PostgreSQL server must not be used. One that is gone is none of it: the gate waits for it. */
async function refusedServer(databaseUrl: string, migrationsFolder: string): Promise<Problem | undefined> {
  try {
    const store = await openServer(databaseUrl, migrationsFolder)
    await store.close()
  } catch (error) {
    if (error instanceof DatabaseRefused) return error.problem
  }
  return undefined
}

async function embedded(settings: QueueSettings, log: Logger, migrationsFolder: string): Promise<Result<Service>> {
  const { databaseUrl, dataDir, rootUrl, sealKey } = settings
  const random = (bytes: number) => randomBytes(bytes).toString('base64url')
  const now = new Date()
  const opened = await openServerStore({ dataDir, databaseUrl, rootUrl, sealKey, random, now, migrationsFolder })
  if (!opened.ok) return opened
  const store = opened.value
  const metrics = queueMetrics()
  const handler = createQueueHandler({
    store,
    rootUrl,
    now: () => new Date(),
    version: toolVersion,
    randomId: randomUUID,
    onRefusal: (taskQueueId) => metrics.refusals.inc({ worker_type: taskQueueId }),
    onFailure: (err, incidentId) => log.error({ err, incidentId }, 'a request failed'),
  })
  const health = async (): Promise<HealthReport> => {
    const up = await store.database.execute('select 1').then(
      () => true,
      () => false,
    )
    const detail = { mode: 'queue', database: { state: up ? 'read' : 'lost' } }
    return withDisk({ serving: up, degraded: false, detail }, store.disk)
  }
  return succeed({
    listener: withMetrics(requestListener(handler, apiRates(Date.now)), metrics),
    metrics,
    health,
    disk: store.disk,
    close: () => store.close(),
  })
}
