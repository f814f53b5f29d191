import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { HealthReport } from '@/lib/queue/operations/health'
import { type QueueMetrics, queueMetrics } from '@/lib/queue/operations/queueMetrics'
import { openServer } from '@/lib/registry/store/openServer'
import type { Store } from '@/lib/registry/store/store'
import { createGate } from './createGate'
import type { GateOptions, WhenUnknown } from './exchange'
import type { ReadLimits } from './readWhole'
import { SchemasInForce } from './schemasInForce'
import { type DatabaseState, type SchemaWatch, watchStore } from './schemaWatch'
import { openUpstream, type UpstreamLimits } from './upstream'
import { watchServer } from './watchServer'

/** Where the schemas are kept: a server, which need not answer yet, or a store that is open already and is closed by its owner. */
export type GateDatabase = { databaseUrl: string; migrationsFolder: string } | { store: Store }

export interface GateSettings {
  /** the address of the deployment behind the gate */
  upstream: string
  /** the public address of the deployment; by default that of upstream */
  rootUrl?: string
  /** the address of the pages that refusals point to; by default the public one */
  pagesUrl?: string
  whenUnknown?: WhenUnknown
  upstreamLimits?: Partial<UpstreamLimits>
  readLimits?: Partial<ReadLimits>
  version: string
  log: Logger
  now?: () => Date
}

/** A gate at work, still without a server that listens. */
export interface Gate {
  listener: ReturnType<typeof createGate>
  schemas: SchemasInForce
  metrics: QueueMetrics
  health(): HealthReport
  close(): Promise<void>
}

const second = 1000
const defaultUpstreamLimits: UpstreamLimits = { connect: 5 * second, answer: 60 * second, pause: 300 * second }
const defaultReadLimits: ReadLimits = { largest: 10 * 1024 * 1024, patience: 60 * second }

/** Starts a gate: it watches the database from now on, and answers also while that is gone. */
export function startGate(settings: GateSettings, database: GateDatabase): Gate {
  const { upstream: address, rootUrl = address, pagesUrl = rootUrl, whenUnknown = 'pass', log, version } = settings
  const now = settings.now ?? (() => new Date())
  const schemas = new SchemasInForce()
  let store = 'store' in database ? database.store : undefined
  const onChange = (state: DatabaseState) => tell(log, state, schemas)
  const watching = { schemas, now, onChange }
  const prepare = async () => {
    if ('databaseUrl' in database) store ??= await openServer(database.databaseUrl, database.migrationsFolder)
  }
  const watch: SchemaWatch =
    'store' in database
      ? watchStore(database.store, watching)
      : watchServer(database.databaseUrl, { ...watching, prepare })
  const metrics = queueMetrics(() => ({
    workerTypes: schemas.size,
    ...schemas.kept,
    databaseUp: watch.database.state === 'read',
  }))
  const upstream = openUpstream(address, rootUrl, { ...defaultUpstreamLimits, ...settings.upstreamLimits })
  const options: GateOptions = {
    upstream,
    schemas,
    store: () => store,
    rootUrl,
    pagesUrl,
    whenUnknown,
    limits: { ...defaultReadLimits, ...settings.readLimits },
    now,
    randomId: randomUUID,
    version,
    metrics,
    log,
  }
  const health = (): HealthReport => {
    const { database: found } = watch
    const blind = found.state === 'never-seen' && whenUnknown === 'refuse'
    return {
      serving: !blind,
      detail: {
        mode: 'gate',
        upstream: address,
        database: found.state === 'read' ? { state: 'read' } : { state: found.state, since: found.since.toJSON() },
        schemas: { workerTypes: schemas.size, readAt: schemas.readAt?.toJSON() ?? null },
      },
      degraded: found.state !== 'read',
    }
  }
  const close = async () => {
    await watch.close()
    await upstream.close()
    if ('databaseUrl' in database) await store?.close()
  }
  return { listener: createGate(options), schemas, metrics, health, close }
}

function tell(log: Logger, state: DatabaseState, schemas: SchemasInForce): void {
  if (state.state === 'read') log.info({ workerTypes: schemas.size }, 'the database is read')
  else if (state.state === 'lost')
    log.error({ why: state.why }, 'the database is lost; the last known schemas stay in force')
  else log.error({ why: state.why }, 'the database was not reached yet; no schema is known')
}
