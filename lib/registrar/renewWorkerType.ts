import { missingScopes } from '@/lib/auth/scopes'
import type { JsonObject } from '@/lib/base/json'
import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import type { SchemaChange } from '@/lib/compare/schemaComparison'
import { recordRenewal } from '@/lib/registry/renewals/recordRenewal'
import type { Renewal } from '@/lib/registry/renewals/renewals'
import type { Store } from '@/lib/registry/store/store'
import type { Version } from '@/lib/registry/versions/version'
import { currentVersion } from '@/lib/registry/versions/versions'
import { connectQueue } from './deployment/connectQueue'
import { demandScopes } from './deployment/currentScopes'
import { declarationBody, declarationScopes, renewalBody } from './deployment/declaration'
import type { Deployment } from './deployment/deployment'
import { scopesHelp } from './deployment/queueProblem'
import { readDeclared } from './deployment/readDeclared'
import { readInForce } from './deployment/readInForce'
import { defaultExpiry } from './prepareRegistration'
import { settleRenewal } from './settleIntent'

interface RenewalRequest {
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
type Renewed = { result: 'renewed'; renewal: Renewal } | { result: 'conflict'; version: Version }

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

/** Finds the changes from one payload schema to another that break tasks, or may. */
export type FindBreaks = (old: JsonObject, next: JsonObject) => Promise<readonly SchemaChange[]>

/**
 * Holds a version that is to be declared as it is against what the Queue holds at this moment: declaring it again asks for no reasons, so it may
 * break no task. Problems: `put-back-breaks`, and those that keep the schema in force from being read.
 */
async function demandNoBreaks(
  reader: Deployment,
  version: Version,
  findBreaks: FindBreaks,
): Promise<Result<undefined>> {
  const inForce = await readInForce(reader, version.taskQueueId)
  if (inForce.state === 'unknown') return fail(inForce.problems)
  if (inForce.state !== 'held' || inForce.schemaSha256 === version.schemaSha256) return succeed(undefined)
  const [first, ...more] = await findBreaks(inForce.payloadSchema, version.payloadSchema)
  return first === undefined ? succeed(undefined) : fail([putBackBreaks(version, first, more.length)])
}

function putBackBreaks({ number, taskQueueId }: Version, { sentence, effect }: SchemaChange, more: number): Problem {
  const others = more === 0 ? '' : ` There ${more === 1 ? 'is one more change' : `are ${more} more changes`} like it.`
  const does = effect === 'undecided' ? 'may break' : 'would break'
  return {
    code: 'put-back-breaks',
    severity: 'error',
    message: `The Queue holds another payload schema of ${taskQueueId} now, and declaring version ${number} again ${does} tasks that work today: ${sentence}${others}`,
    path: '',
    help: `Open version ${number}, restore it in a new design, and register that: its review asks for a reason for each break. Nothing was sent.`,
  }
}

/**
 * What keeps somebody from having a worker type renewed by itself, which is done with the credentials of this server; undefined where they
 * could declare all of it themselves.
 */
export function allowAutomaticRenewal(
  { clientId, scopes }: { clientId: string; scopes: string[] },
  taskQueueId: string,
): Problem | undefined {
  const body = declarationBody({ description: '', expires: new Date(0), payloadSchema: {} }, 'enforced')
  const missing = declarationScopes(taskQueueId, body).filter((scope) => missingScopes(scopes, scope) !== undefined)
  if (missing.length === 0) return undefined
  const message = `${clientId} may not: renewing ${taskQueueId} needs the scopes ${missing.join(', ')}`
  return { code: 'queue-scopes-missing', severity: 'error', message, path: '', help: scopesHelp }
}
