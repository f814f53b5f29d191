import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import { currentVersion } from '@/lib/registry/currentVersion'
import { recordRenewal } from '@/lib/registry/recordRenewal'
import type { Renewal } from '@/lib/registry/renewal'
import type { Store } from '@/lib/registry/store'
import type { Version } from '@/lib/registry/version'
import { connectQueue } from './connectQueue'
import { declarationScopes } from './declarationScopes'
import { demandNoBreaks, type FindBreaks } from './demandNoBreaks'
import { demandScopes } from './demandScopes'
import type { Deployment } from './deployment'
import { defaultExpiry } from './prepareRegistration'
import { readDeclared } from './readDeclared'
import { renewalBody } from './renewalBody'
import { settleRenewal } from './settleRenewal'

export interface RenewalRequest {
  store: Store
  /** the deployment of the version, as the signed-in client */
  client: Deployment
  /** in force, as far as the author has seen */
  version: Version
  /** all that the version says, which puts back what somebody changed elsewhere; else the expiry alone, where the Queue knows the worker type */
  whole: boolean
  author: string
  message: string
  now: Date
  /** as whom to read what the Queue holds, where that is somebody else: a process may read for somebody who may declare and not read */
  reader?: Deployment
  /** what declaring the whole version again would break */
  findBreaks: FindBreaks
  /** a year from now, where nobody says */
  expires?: Date
}

/** The renewal that the Queue acknowledged, or the version that somebody else registered meanwhile; then nothing was sent. */
export type Renewed = { result: 'renewed'; renewal: Renewal } | { result: 'conflict'; version: Version }

/**
 * Declares a registered version again: checks, records the intent, asks the Queue, records its answer. Repeating is harmless.
 *
 * Problems: `nothing-to-renew` (this Queue declares no worker types), `queue-changed` (it takes other declarations than it did when the
 * version was registered), those of `demandNoBreaks` where all of it is declared, `queue-scopes-missing`, those of `queueProblem`, `text-too-large`.
 */
export async function renewWorkerType(request: RenewalRequest): Promise<Result<Renewed>> {
  const { store, client, version, author, message, now } = request
  const { taskQueueId, number } = version
  const connected = await connectQueue(client)
  if (!connected.ok) return connected
  const connection = connected.value
  if (connection.outcome === 'published-only') return fail([nothingToRenew])
  const declared = request.whole ? succeed(null) : await readDeclared(connection, taskQueueId)
  if (!declared.ok) return declared
  const whole = declared.value === null
  if (whole && connection.outcome !== version.outcome) return fail([queueChanged])
  const expires = request.expires ?? defaultExpiry(now)
  const body = renewalBody(version, { whole, expires }, connection.outcome)
  const allowed = await demandScopes(client, declarationScopes(taskQueueId, body), `renewing ${taskQueueId}`)
  if (!allowed.ok) return allowed
  const current = await currentVersion(store, taskQueueId)
  if (current !== undefined && current.number !== number) return succeed({ result: 'conflict', version: current })
  const harmless = whole
    ? await demandNoBreaks(request.reader ?? client, version, request.findBreaks)
    : succeed(undefined)
  if (!harmless.ok) return harmless
  const recorded = await recordRenewal(store, { taskQueueId, number, whole, expires, author, message, now })
  if (!recorded.ok) return recorded
  if (recorded.value.outcome === 'conflict') return succeed({ result: 'conflict', version: recorded.value.version })
  const intent = { renewal: recorded.value.renewal, version }
  const { renewal, problems } = await settleRenewal(store, connection, intent, { who: author, now })
  return renewal.state === 'acknowledged' ? succeed({ result: 'renewed', renewal }) : fail(problems)
}

const nothingToRenew: Problem = {
  code: 'nothing-to-renew',
  severity: 'error',
  message: 'the Queue of this deployment declares no worker types, so there is nothing to renew',
  path: '',
}

const queueChanged: Problem = {
  code: 'queue-changed',
  severity: 'error',
  message: 'the Queue takes other declarations than when this version was registered',
  path: '',
  help: 'Register the design again: the new version says what its payload schema comes to now.',
}
