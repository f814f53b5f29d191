import { fail, type Result, succeed } from '@/lib/base/problem'
import type { Composition } from '@/lib/compose/composition'
import { formatDesign } from '@/lib/compose/design/formatDesign'
import { keepReasons } from '@/lib/queue/taskQueues/schemaReasons'
import { schemaSha256 } from '@/lib/queue/taskQueues/taskQueue'
import { recordRenewal } from '@/lib/registry/renewals/recordRenewal'
import type { Store } from '@/lib/registry/store/store'
import { type Intent, recordIntent } from '@/lib/registry/versions/recordIntent'
import type { Version } from '@/lib/registry/versions/version'
import { currentVersion, pendingIntents } from '@/lib/registry/versions/versions'
import type { QueueConnection } from './deployment/connectQueue'
import type { Deployment } from './deployment/deployment'
import { defaultExpiry, prepareRegistration } from './prepareRegistration'
import { settleIntent, settleRenewal } from './settleIntent'

export interface Registration {
  store: Store
  /** the deployment to register with, as the signed-in client */
  client: Deployment
  composition: Composition
  author: string
  /** why, in the author's words */
  message: string
  now: Date
  /** a year from now, where nobody says */
  expires?: Date
  /** the number of the version that the author has seen as current, 0 for none */
  basedOn?: number
  /** what is kept with the version: the breaks that its author knows of, the draft and the product that it comes from, its bundle */
  record?: Pick<Intent, 'acknowledgements' | 'draftId' | 'toolVersion' | 'bundle'>
}

/**
 * `registered`: a new version is acknowledged; its `outcome` says enforced, declared-only or published-only. `renewed`: the current version has
 * this very content already, nothing was acknowledged, and it was declared again with the new expiry. `conflict`: somebody else registered `version` meanwhile, or is
 * about to (its state is `intended` then); nothing was changed.
 */
export interface Registered {
  result: 'registered' | 'renewed' | 'conflict'
  version: Version
}

/**
 * Registers a worker type: checks, records the intent, asks the Queue, records its answer. Repeating is harmless.
 *
 * Problems: those of `prepareRegistration` (nothing is recorded then), of `queueProblem` (the version is failed, or stays intended when the
 * Queue fell silent), and `text-too-large`.
 */
export async function registerWorkerType(registration: Registration): Promise<Result<Registered>> {
  const { store, client, composition, author, message, now, basedOn } = registration
  const expires = registration.expires ?? defaultExpiry(now)
  const prepared = await prepareRegistration(composition, client, expires)
  if (!prepared.ok) return prepared
  const { connection, request } = prepared.value
  await keepReasons(store, composition, request.payloadSchema, now)
  const content = {
    designYaml: formatDesign(composition.design),
    schemaSha256: schemaSha256(request.payloadSchema),
    rootUrl: client.rootUrl,
  }
  const current = await currentVersion(store, request.taskQueueId)
  // reasons for breaks are kept with a version, so they make a new one
  const unexplained = (registration.record?.acknowledgements ?? []).length === 0
  const same = unexplained && current?.outcome === connection.outcome && isSame(current, content)
  if (same) return renew(registration, connection, current, expires)
  // An intent with this very content that a crash or a silent Queue left open is finished, not repeated.
  const open = (await pendingIntents(store, request.taskQueueId)).at(-1)
  const seen = basedOn === undefined || basedOn === (current?.number ?? 0)
  if (open !== undefined && seen && isSame(open, content) && open.number > (current?.number ?? 0)) {
    return settle(registration, connection, open)
  }
  const intent = await recordIntent(store, {
    ...content,
    taskQueueId: request.taskQueueId,
    baseSchema: composition.baseSchema ?? null,
    payloadSchema: request.payloadSchema,
    description: composition.design.description,
    expires,
    author,
    message,
    now,
    basedOn,
    ...registration.record,
  })
  if (!intent.ok) return intent
  if (intent.value.outcome === 'conflict') return succeed({ result: 'conflict', version: intent.value.version })
  return settle(registration, connection, intent.value.version)
}

type Content = Pick<Version, 'designYaml' | 'schemaSha256' | 'rootUrl'>

function isSame(version: Content, { designYaml, schemaSha256: sha256, rootUrl }: Content): boolean {
  return version.designYaml === designYaml && version.schemaSha256 === sha256 && version.rootUrl === rootUrl
}

async function settle(
  { store, author, now }: Registration,
  connection: QueueConnection,
  intent: Version,
): Promise<Result<Registered>> {
  const { version, problems } = await settleIntent(store, connection, intent, { who: author, now })
  return version.state === 'acknowledged' ? succeed({ result: 'registered', version }) : fail(problems)
}

async function renew(
  { store, author, message, now }: Registration,
  connection: QueueConnection,
  version: Version,
  expires: Date,
): Promise<Result<Registered>> {
  const { taskQueueId, number } = version
  const recorded = await recordRenewal(store, { taskQueueId, number, whole: true, expires, author, message, now })
  if (!recorded.ok) return recorded
  if (recorded.value.outcome === 'conflict') return succeed({ result: 'conflict', version: recorded.value.version })
  const intent = { renewal: recorded.value.renewal, version }
  const { renewal, problems } = await settleRenewal(store, connection, intent, { who: author, now })
  return renewal.state === 'acknowledged' ? succeed({ result: 'renewed', version }) : fail(problems)
}
