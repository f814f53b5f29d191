import { createClient } from '@/lib/auth/clients/createClient'
import { sealClientToken } from '@/lib/auth/credentials/client'
import { ensureAdminClient } from '@/lib/auth/setup/ensureAdminClient'
import type { JsonObject } from '@/lib/base/json'
import { recordScreen } from '@/lib/catalog/testing/recordScreen'
import { formatDesign } from '@/lib/compose/design/formatDesign'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { declareTaskQueue } from '@/lib/queue/taskQueues/declareTaskQueue'
import { schemaSha256 } from '@/lib/queue/taskQueues/taskQueue'
import { exampleDefinition } from '@/lib/queue/testing/exampleDefinition'
import { createDraft, saveDraft } from '@/lib/registry/drafts'
import { addEntry } from '@/lib/registry/entries/addEntry'
import { recordPoolIntent } from '@/lib/registry/pools/recordPoolIntent'
import { recordQueueCheck } from '@/lib/registry/renewals/queueChecks'
import { recordRenewal } from '@/lib/registry/renewals/recordRenewal'
import { saveWorkerTypeSettings } from '@/lib/registry/renewals/workerTypeSettings'
import type { Store } from '@/lib/registry/store/store'
import { taskDependencies, taskGroups, tasks, workerPools } from '@/lib/registry/tables/queueTables'
import { schemaRestrictions } from '@/lib/registry/tables/registrationTables'
import { clients, loginAttempts, sessions, signInTokens } from '@/lib/registry/tables/serverTables'
import { recordIntent } from '@/lib/registry/versions/recordIntent'
import { recordOutcome } from '@/lib/registry/versions/recordOutcome'

export const now = new Date('2026-11-20T10:00:00.123Z')
const later = new Date('2027-11-20T10:00:00Z')
const rootUrl = 'http://localhost:3000'

/** What must be in no backup. */
export const secrets = {
  admin: 'AdminTokenAdminTokenAdminToken01',
  client: 'ClientTokenClientTokenClientTok1',
  old: 'OldTokenOldTokenOldTokenOldToken',
  session: 'SealedCredentialsOfASession~~~~~',
  signIn: 'SignInTokenHashSignInTokenHash00',
  login: 'LoginStateHashLoginStateHash0000',
  sealKey: 's'.repeat(40),
}

/** Something in every table, with what is hard to carry: binary bundles, odd texts, old and pending states, and secrets. */
export async function fillStore(opened: Store, dataDir: string): Promise<void> {
  const store = { ...opened, sealKey: secrets.sealKey }
  await ensureAdminClient(store, { dataDir, rootUrl, random: () => secrets.admin, now })
  await fillDesigns(store)
  await fillRegistrations(store)
  await fillQueue(store)
  await fillClients(store)
}

async function fillDesigns(store: Store): Promise<void> {
  const document = 'worker: taskcluster-worker # Ünïcödé \u2028 \u{1f980} "quotes" \\ \t\r\n: no design'
  for (const id of ['b', 'a', 'é', '\u{1f980}', '\uffee']) {
    await createDraft(store, { id, title: `proj/${id}`, document, author: 'ann', now })
  }
  await saveDraft(store, 'a', { title: 't', document: `${document}!`, expectedRevision: 1, author: 'bob', now })
  const entry = { worker: 'taskcluster-worker', kind: 'plugin', name: 'recordscreen', version: '1.0.0' } as const
  await addEntry(store, { ...entry, text: recordScreen, author: 'ann', now })
  await addEntry(store, { ...entry, version: '0.9.0', text: 'no longer: accepted', author: 'ann', now })
}

const schema = (most: number): JsonObject => ({
  $schema: 'http://json-schema.org/draft-06/schema#',
  type: 'object',
  properties: { n: { type: 'integer', maximum: most }, ...JSON.parse('{"__proto__": {"type": "string"}}') },
})

async function fillRegistrations(store: Store): Promise<void> {
  const designYaml = formatDesign(exampleDesign('native', { env: {} }))
  const intent = (taskQueueId: string, most: number) => {
    const payloadSchema = schema(most)
    const ids = { taskQueueId, schemaSha256: schemaSha256(payloadSchema), description: 'd', rootUrl, author: 'ann' }
    return { ...ids, designYaml, baseSchema: null, payloadSchema, expires: later, message: 'm', now }
  }
  const bytes = Buffer.from([0x1f, 0x8b, 0, 255, 128, 10, 13])
  const bundle = { 'tar.gz': bytes, zip: Buffer.concat([Buffer.from('PK'), bytes]) }
  const witness = JSON.parse('{"__proto__": 1, "n": -0.5e-7}')
  const acknowledgements = [
    { id: 'x', effect: 'narrows' as const, path: '/n', sentence: 's', witness, reason: 'we know' },
  ]
  await recordIntent(store, { ...intent('proj/native-1', 5), bundle, draftId: 'a', toolVersion: '0.1.0' })
  const queueAnswer: JsonObject = { deep: [[[null]]] }
  const resolution = { state: 'acknowledged' as const, outcome: 'enforced' as const, queueAnswer }
  await recordOutcome(store, { taskQueueId: 'proj/native-1', number: 1 }, { ...resolution, who: 'ann', now })
  await recordIntent(store, { ...intent('proj/native-1', 4), acknowledgements, bundle })
  await recordOutcome(store, { taskQueueId: 'proj/native-1', number: 2 }, { ...resolution, who: 'ann', now })
  await recordIntent(store, intent('proj/pending', 3))
  const renewal = { taskQueueId: 'proj/native-1', number: 2, whole: false, expires: later, author: 'ann', message: '' }
  await recordRenewal(store, { ...renewal, now })
  const report = { state: 'same', differences: [] }
  await recordQueueCheck(store, { taskQueueId: 'proj/native-1', number: 2, checkedAt: now, report }, 'check')
  const setting = { taskQueueId: 'proj/native-1', automaticRenewal: true, changedBy: 'ann', changedAt: now }
  await saveWorkerTypeSettings(store, setting)
  const definition = { config: { secret: null }, owner: 'me@example.com' }
  const pool = { workerPoolId: 'proj/pool', rootUrl, definition, seen: null, author: 'ann', message: 'm', now }
  await recordPoolIntent(store, pool)
}

async function fillQueue(store: Store): Promise<void> {
  const taskQueueId = 'proj/native-1'
  for (const most of [5, 4]) {
    await declareTaskQueue(store, { taskQueueId, payloadSchema: schema(most), expires: later, who: 'ann', now })
  }
  await declareTaskQueue(store, { taskQueueId: 'proj/plain', who: 'ann', now })
  const said = { restrictions: [{ id: 'r' }], overlays: { r: {} }, unrestrictedSchema: schema(9), recordedAt: now }
  await store.database
    .insert(schemaRestrictions)
    .values({ taskQueueId, schemaSha256: schemaSha256(schema(4)), ...said })
  const pool = { workerPoolId: 'proj/pool', providerId: 'static', description: '', config: {}, owner: 'me@x' }
  await store.database.insert(workerPools).values({ ...pool, emailOnError: false, created: now, lastModified: now })
  const taskGroupId = 'fN1SbArXTPSVFNUvaOlinQ'
  await store.database.insert(taskGroups).values({ taskGroupId, schedulerId: '-', expires: later, sealed: now })
  const ids = ['fN1SbArXTPSVFNUvaOlinQ', '_N1SbArXTPSVFNUvaOlinQ', 'ZN1SbArXTPSVFNUvaOlinQ']
  for (const [i, taskId] of ids.entries()) {
    const times = { deadline: later, expires: later, scheduled: i === 0 ? null : now }
    const runs = i === 0 ? [] : [{ runId: 0, state: 'pending' }]
    const state = i === 0 ? ('unscheduled' as const) : ('pending' as const)
    const definition = exampleDefinition(now, { payload: { n: i, 'a.b': '\u0000 \ud800' } })
    const row = { taskId, taskQueueId, taskGroupId, definition, state, retriesLeft: 5, runs }
    await store.database.insert(tasks).values({ ...row, ...times })
  }
  const [dependentTaskId = '', taskId = ''] = ids
  await store.database.insert(taskDependencies).values({ taskId, dependentTaskId, requires: 'all-completed' })
}

async function fillClients(store: Store & { sealKey: string }): Promise<void> {
  const maker = { who: 'ann', scopes: ['*'], random: () => secrets.client, now }
  const scopes = ['queue:*', 'worker-types:view']
  await createClient(store, { clientId: 'project/ci', description: 'CI', scopes, expires: later }, maker)
  const row = { scopes: [], description: '', expires: later, disabled: true, createdAt: now }
  await store.database.insert(clients).values({ ...row, clientId: 'project/old', accessToken: secrets.old })
  const session = { clientId: 'admin', rootUrl, createdAt: now, expires: later, lastsUntil: later }
  const sealedCredentials = `${secrets.session}${sealClientToken(store, 'admin', secrets.admin)}`
  await store.database.insert(sessions).values({ ...session, idSha256: secrets.login, sealedCredentials })
  await store.database.insert(signInTokens).values({ tokenSha256: secrets.signIn, clientId: 'admin', createdAt: now })
  await store.database.insert(loginAttempts).values({ stateSha256: secrets.login, expires: later })
}
