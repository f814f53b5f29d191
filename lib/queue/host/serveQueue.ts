import { randomBytes, randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { ensureAdminClient } from '../../auth/ensureAdminClient'
import { readKeyFile } from '../../auth/readKeyFile'
import { sealOldTokens } from '../../auth/sealOldTokens'
import { fail, type Result, succeed } from '../../base/problem'
import { openStore } from '../../registry/openStore'
import { toolVersion } from '../../toolVersion'
import { createQueueHandler } from '../createQueueHandler'
import { startGate } from '../gate/startGate'
import { listen } from '../listen'
import type { HealthReport } from '../operations/health'
import { type QueueMetrics, queueMetrics } from '../operations/queueMetrics'
import { withMetrics } from '../operations/withMetrics'
import { withOperations } from '../operations/withOperations'
import { requestListener } from '../requestListener'
import type { QueueSettings } from './queueSettings'

/** A Queue or gate that serves. */
export interface ServedQueue {
  url: string
  /** finishes what is in flight, up to the limit of the settings, and closes everything */
  stop(): Promise<void>
}

interface Service {
  listener: Parameters<typeof withOperations>[0]
  metrics: QueueMetrics
  health: () => HealthReport | Promise<HealthReport>
  close: () => Promise<void>
}

/**
 * Serves the embedded Queue, or with an upstream the gate, on the database of the settings. A gate on a PostgreSQL server starts also while
 * that is gone. Problems: those of `openStore`, `address-unusable`.
 */
export async function serveQueue(
  settings: QueueSettings,
  { log, migrationsFolder }: { log: Logger; migrationsFolder: string },
): Promise<Result<ServedQueue>> {
  const opened = await (settings.upstream === undefined
    ? embedded(settings, log, migrationsFolder)
    : gate(settings, settings.upstream, log, migrationsFolder))
  if (!opened.ok) return opened
  const { listener, metrics, health, close } = opened.value
  let stopping = false
  const operations = { registry: metrics.registry, health, stopping: () => stopping }
  try {
    const host = await listen(withOperations(listener, operations), settings)
    const stop = async () => {
      stopping = true
      await host.close(settings.stopSeconds * 1000)
      await close()
    }
    return succeed({ url: host.url, stop })
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
  if (databaseUrl !== undefined) return succeed(startGate(gateSettings, { databaseUrl, migrationsFolder }))
  const store = await openStore({ dataDir, now: new Date(), migrationsFolder })
  if (!store.ok) return store
  const started = startGate(gateSettings, { store: store.value })
  const close = async () => {
    await started.close()
    await store.value.close()
  }
  return succeed({ ...started, close })
}

async function embedded(settings: QueueSettings, log: Logger, migrationsFolder: string): Promise<Result<Service>> {
  const { databaseUrl, dataDir, rootUrl } = settings
  const random = (bytes: number) => randomBytes(bytes).toString('base64url')
  const opened = await openStore({ dataDir, databaseUrl, now: new Date(), migrationsFolder })
  if (!opened.ok) return opened
  const sealKey = settings.sealKey ?? readKeyFile(dataDir, 'seal-key', random)
  const store = { ...opened.value, sealKey }
  await sealOldTokens(store)
  await ensureAdminClient(store, { dataDir, rootUrl, random, now: new Date() })
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
    return { serving: up, degraded: false, detail: { mode: 'queue', database: { state: up ? 'read' : 'lost' } } }
  }
  return succeed({
    listener: withMetrics(requestListener(handler), metrics, log),
    metrics,
    health,
    close: () => store.close(),
  })
}
