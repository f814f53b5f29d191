import { sql } from 'drizzle-orm'
import taskcluster from 'taskcluster-client'
import { afterEach, vi } from 'vitest'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { compareSchemas } from '@/lib/compare/compareSchemas'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import type { TestQueue } from '@/lib/queue/testing/startQueue'
import { checkRegistrations } from '@/lib/registrar/checks/checkRegistrations'
import { queueStatusOf } from '@/lib/registrar/checks/queueStatus'
import type { Deployment } from '@/lib/registrar/deployment/deployment'
import { registerWorkerType } from '@/lib/registrar/registerWorkerType'
import type { FindBreaks } from '@/lib/registrar/renewWorkerType'
import { listAudit } from '@/lib/registry/audit/listAudit'
import { readQueueCheck } from '@/lib/registry/renewals/queueChecks'
import { saveWorkerTypeSettings } from '@/lib/registry/renewals/workerTypeSettings'
import type { Store } from '@/lib/registry/store/store'
import { currentVersion } from '@/lib/registry/versions/versions'

const catalog = loadCatalog()
const admin = { clientId: 'admin', accessToken: 'token-of-admin-xxxxxxxxxxxxxxxx' }

/** The worker type of these tests. */
export const taskQueueId = 'proj/script-1'

const composition = composeWorkerType(
  exampleDesign('mock', { env: {} }, { workerType: 'script-1', description: 'Builds' }),
  catalog,
)

/** Milliseconds. */
export const day = 24 * 60 * 60 * 1000
export const warnBefore = 30 * day

/** The changes that refuse payloads which the old schema accepts. */
export const findBreaks: FindBreaks = async (old, next) =>
  compareSchemas(old, next).changes.filter(({ effect }) => effect === 'narrows')

/** What tests do with a worker type, registered with the Queue of a test, while time passes. */
export function watchRegistration(queue: () => TestQueue, store: () => Store) {
  const client = (rest: Partial<Deployment> = {}): Deployment => ({ rootUrl: queue().url, credentials: admin, ...rest })
  const register = (rest: { expires?: Date; client?: Deployment } = {}) => {
    const { now } = queue().clock
    return registerWorkerType({
      store: store(),
      client: client(),
      composition,
      author: 'admin',
      message: '',
      now,
      ...rest,
    })
  }
  const check = (clientFor = (rootUrl: string): Deployment | undefined => client({ address: rootUrl })) =>
    checkRegistrations({ store: store(), clientFor, now: () => queue().clock.now, warnBefore, findBreaks })
  const declareElsewhere = (body: object) => {
    const other = new taskcluster.Queue({ rootUrl: queue().url, credentials: admin })
    return other.declareWorkerType?.('proj', 'script-1', body)
  }
  const registered = async () => {
    const version = await currentVersion(store(), taskQueueId)
    if (version === undefined) throw new Error('nothing is registered')
    return version
  }
  const status = async (automaticRenewal = false) => {
    const lastCheck = await readQueueCheck(store(), taskQueueId)
    return queueStatusOf(await registered(), lastCheck, { automaticRenewal, now: queue().clock.now, warnBefore })
  }
  const renewAutomatically = () =>
    saveWorkerTypeSettings(store(), {
      taskQueueId,
      automaticRenewal: true,
      changedBy: 'admin',
      changedAt: queue().clock.now,
    })
  /** Moves the clock of the Queue and that of its clients, whose signatures carry it. */
  const moveTo = (time: Date) => {
    queue().clock.now = time
    vi.useFakeTimers({ toFake: ['Date'], now: time })
  }
  // The embedded database keeps the alarm of its statistics until they are written; one that was set by a clock that was moved, and is moved back, would ring each millisecond.
  const writeStatistics = () => store().database.execute(sql`select pg_stat_force_next_flush()`)
  afterEach(async () => {
    await writeStatistics()
    vi.useRealTimers()
    await writeStatistics()
  })

  /** Lets time pass, up to a while before the registration ends. */
  const waitUntilLeft = async (milliseconds: number) => {
    moveTo(new Date((await registered()).expires.getTime() - milliseconds))
  }
  const checkedStates = async () =>
    (await listAudit(store(), { entity: `task-queue:${taskQueueId}` }))
      .filter(({ action }) => action === 'queue.checked')
      .map(({ detail }) => detail.state)
  return {
    client,
    register,
    check,
    declareElsewhere,
    registered,
    status,
    renewAutomatically,
    moveTo,
    waitUntilLeft,
    checkedStates,
  }
}
