import { fail, type Problem, type Result } from '@/lib/base/problem'
import { connectQueue, type QueueConnection } from '@/lib/registrar/deployment/connectQueue'
import type { Deployment } from '@/lib/registrar/deployment/deployment'
import { type FindBreaks, renewWorkerType } from '@/lib/registrar/renewWorkerType'
import { pendingRenewals } from '@/lib/registry/renewals/renewals'
import { readWorkerTypeSettings } from '@/lib/registry/renewals/workerTypeSettings'
import type { Store } from '@/lib/registry/store/store'
import type { Version } from '@/lib/registry/versions/version'
import { currentVersion, listRegisteredWorkerTypes } from '@/lib/registry/versions/versions'
import { checkWorkerType } from './checkWorkerType'
import { isDue, type QueueReport } from './queueReport'

export interface CheckOptions {
  store: Store
  /** the deployment with this root URL, as somebody who may read and renew; undefined where nobody here can */
  clientFor: (rootUrl: string) => Deployment | undefined
  now: () => Date
  /** what declaring a version again would break */
  findBreaks: FindBreaks
  /** how long before its expiry a worker type is said to expire, and is renewed where that is automatic; in milliseconds */
  warnBefore: number
  /** one worker type; all that are registered, where nobody says */
  taskQueueId?: string
}

/** What a round of checks has done. */
export interface CheckedRegistrations {
  checked: string[]
  renewed: string[]
  /** renewals that did not succeed */
  problems: Problem[]
}

const who = 'automatic check'

/**
 * Compares the registered worker types with what their Queues report, one after another, and renews those whose renewal is automatic and that
 * expire soon or are missing. What was changed elsewhere is never overwritten: there only the expiry moves.
 */
export async function checkRegistrations(options: CheckOptions): Promise<CheckedRegistrations> {
  const { store, clientFor, now, taskQueueId } = options
  const result: CheckedRegistrations = { checked: [], renewed: [], problems: [] }
  const connections = new Map<string, Promise<Result<QueueConnection>>>()
  const connect = (rootUrl: string) => {
    const client = clientFor(rootUrl)
    const known = connections.get(rootUrl) ?? (client ? connectQueue(client) : Promise.resolve(elsewhere(rootUrl)))
    connections.set(rootUrl, known)
    return known
  }
  const ids =
    taskQueueId === undefined ? (await listRegisteredWorkerTypes(store)).map((each) => each.taskQueueId) : [taskQueueId]
  for (const id of ids) {
    const version = await currentVersion(store, id)
    if (version === undefined) continue
    const check = { store, connection: await connect(version.rootUrl), version, who }
    const report = await checkWorkerType({ ...check, now: now() })
    result.checked.push(id)
    if (!(await isWanted(options, version, report))) continue
    const renewed = await renew(options, version)
    if (renewed.ok) result.renewed.push(id)
    result.problems.push(...renewed.problems)
    await checkWorkerType({ ...check, now: now() })
  }
  return result
}

async function isWanted({ store, now, warnBefore }: CheckOptions, version: Version, report: QueueReport) {
  const { taskQueueId } = version
  if (!isDue(report, now(), warnBefore)) return false
  const settings = await readWorkerTypeSettings(store, taskQueueId)
  // One that is on its way, of an admin or of another process, is enough.
  return settings?.automaticRenewal === true && (await pendingRenewals(store, taskQueueId)).length === 0
}

async function renew({ store, clientFor, now, findBreaks }: CheckOptions, version: Version): Promise<Result<unknown>> {
  const client = clientFor(version.rootUrl)
  if (client === undefined) return elsewhere(version.rootUrl)
  const request = { store, client, version, whole: false, author: who, message: '', now: now(), findBreaks }
  return renewWorkerType(request)
}

function elsewhere(rootUrl: string) {
  return fail([
    {
      code: 'queue-elsewhere',
      severity: 'error',
      message: `it was registered with the deployment at ${rootUrl}, which is not the one of this server`,
      path: '',
      help: 'Register the design again, or set ROOT_URL back.',
    },
  ])
}
