import { fail, type Result, succeed } from '../../base/problem'
import type { Composition } from '../../compose/composition'
import { formatDesign } from '../../compose/formatDesign'
import { currentVersion } from '../../registry/currentVersion'
import { recordAudit } from '../../registry/recordAudit'
import { recordIntent } from '../../registry/recordIntent'
import type { Store } from '../../registry/store'
import type { Version } from '../../registry/version'
import { schemaSha256 } from '../taskQueues/schemaSha256'
import type { Deployment } from './deployment'
import { defaultExpiry, prepareRegistration } from './prepareRegistration'
import { sendDeclaration } from './sendDeclaration'
import { settleIntent } from './settleIntent'

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
}

/**
 * `registered`: a new version is acknowledged; its `outcome` says enforced, declared-only or published-only. `renewed`: the current version has
 * this very content already, and was declared again with the new expiry. `conflict`: somebody else registered `version` meanwhile;
 * nothing was changed.
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
  const content = {
    designYaml: formatDesign(composition.design),
    schemaSha256: schemaSha256(request.payloadSchema),
    rootUrl: client.rootUrl,
  }
  const current = await currentVersion(store, request.taskQueueId)
  const same =
    current?.designYaml === content.designYaml &&
    current.schemaSha256 === content.schemaSha256 &&
    current.rootUrl === content.rootUrl &&
    current.outcome === connection.outcome
  if (same) {
    const sent = await sendDeclaration(connection, request)
    if (!sent.ok) return sent
    const detail = { number: current.number, expires: expires.toJSON(), message }
    const entity = `task-queue:${request.taskQueueId}`
    await recordAudit(store.database, { entity, action: 'version.renewed', who: author, at: now, detail })
    return succeed({ result: 'renewed', version: current })
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
  })
  if (!intent.ok) return intent
  if (intent.value.outcome === 'conflict') return succeed({ result: 'conflict', version: intent.value.version })
  const { version, problems } = await settleIntent(store, connection, intent.value.version, { who: author, now })
  return version.state === 'acknowledged' ? succeed({ result: 'registered', version }) : fail(problems)
}
