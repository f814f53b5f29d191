import { readFileSync } from 'node:fs'
import taskcluster from 'taskcluster-client'
import { expect } from 'vitest'
import { recordScreen } from '@/lib/catalog/testing/recordScreen'
import { asking, formOf } from './inProcess'
import { seenInForce } from './seenInForce'
import { workerConfig } from './workerConfig'

/** What is known of the server only when it runs. */
export const auditedServer = { origin: '', admin: { clientId: 'admin', accessToken: '' }, signInToken: '' }

export const draft = 'tour'
export const taskQueueId = 'proj-tour/native-1'
export const tour = readFileSync(new URL('../../docs/tour/native.yml', import.meta.url), 'utf8')

const file = (text: string) => new Blob([text], { type: 'text/plain' })
const text = { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }
const version = (number: number) => expect.objectContaining({ number, schemaSha256: text.sha256 })
const until = { expires: expect.stringMatching(/^\d{4}-/) }
const pool = { providerId: 'static', description: 'Macs', config: {}, owner: 'ops@example.com', emailOnError: false }
const poolId = 'proj/macs'

const queue = () =>
  new taskcluster.Queue({ rootUrl: auditedServer.origin, credentials: auditedServer.admin, retries: 0 })
const manager = () =>
  new taskcluster.WorkerManager({ rootUrl: auditedServer.origin, credentials: auditedServer.admin, retries: 0 })
const declare = (body: object) => queue().declareWorkerType?.('proj', 'declared', body)
const clients = () => import('@/app/_server/actions/clientActions')
export const queueActions = () => import('@/app/_server/actions/workerTypeActions')
const save = async (document: string, revision: string) =>
  (await import('@/app/_server/actions/editDesign')).saveDesign(draft, formOf({ document: file(document), revision }))
const register = async (basedOn: string, id = draft, more: Record<string, string> = { revision: '2' }) => {
  const inForce = await seenInForce(id === draft ? taskQueueId : 'proj/pooled')
  const { registerDesign } = await import('@/app/_server/actions/reviewDesign')
  return registerDesign(id, formOf({ basedOn, inForce, message: 'why', ...more }))
}

interface Row {
  action: string
  entity?: unknown
  detail?: object
}
/** A change, how it is made, and what the audit says of it; nothing where nothing is changed. Each stands on those before it. */
export type Change = [name: string, make: () => unknown, rows: Row[]]

const made = { action: 'draft.created', detail: { before: null, after: expect.objectContaining(text) } }
const client = 'client:project/ci'
const settings = 'worker-type-settings.saved'

export const auditedChanges: Change[] = [
  [
    'startBlank',
    async () =>
      (await import('@/app/_server/actions/startDesign')).startBlank(
        formOf({ worker: 'taskcluster-worker', provisionerId: 'proj', workerType: 'b' }),
      ),
    [made],
  ],
  [
    'startExample',
    async () => (await import('@/app/_server/actions/startDesign')).startExample(formOf({ example: 'qemu-desktop' })),
    [made],
  ],
  [
    'startImport',
    async () =>
      (await import('@/app/_server/actions/startDesign')).startImport(
        formOf({ config: JSON.stringify({ config: workerConfig }) }),
      ),
    [made],
  ],
  [
    'saveDesign',
    () => save(tour.replace(/^description: .*$/m, 'description: Other words'), '1'),
    [
      {
        action: 'draft.saved',
        entity: expect.stringMatching(/^draft:/),
        detail: {
          revision: 2,
          before: { title: taskQueueId, ...text },
          after: { title: taskQueueId, ...text },
          changes: expect.arrayContaining([{ path: 'description', before: expect.any(String), after: 'Other words' }]),
        },
      },
    ],
  ],
  [
    'saveDesign with the same text',
    () => save(tour.replace(/^description: .*$/m, 'description: Other words'), '2'),
    [],
  ],
  [
    'submitEntry to check',
    async () =>
      (await import('@/app/_server/actions/catalogEntries')).submitEntry(
        formOf({ entry: recordScreen, intent: 'check' }),
      ),
    [],
  ],
  [
    'submitEntry',
    async () =>
      (await import('@/app/_server/actions/catalogEntries')).submitEntry(
        formOf({ entry: recordScreen, intent: 'add' }),
      ),
    [
      {
        action: 'entry.added',
        entity: 'entry:taskcluster-worker/plugin/recordscreen',
        detail: { before: null, after: { version: '1.0.0', ...text } },
      },
    ],
  ],
  [
    'submitEntry with the same text',
    async () =>
      (await import('@/app/_server/actions/catalogEntries')).submitEntry(
        formOf({ entry: recordScreen, intent: 'add' }),
      ),
    [],
  ],
  [
    'deleteVersion',
    async () =>
      (await import('@/app/_server/actions/catalogEntries')).deleteVersion({
        worker: 'taskcluster-worker',
        kind: 'plugin',
        name: 'recordscreen',
        version: '1.0.0',
      }),
    [{ action: 'entry.deleted', detail: { before: { version: '1.0.0', ...text }, after: null } }],
  ],
  [
    'registerDesign',
    () => register('0'),
    [
      {
        action: 'version.intended',
        entity: `task-queue:${taskQueueId}`,
        detail: { message: 'why', before: null, after: version(1) },
      },
      { action: 'task-queue.declared', detail: { before: null, after: expect.objectContaining({ schemaVersion: 1 }) } },
      { action: 'version.acknowledged', detail: { before: null, after: version(1), outcome: 'enforced' } },
      { action: 'queue.checked', detail: { before: null, after: { number: 1, state: 'same' } } },
    ],
  ],
  [
    'registerDesign with its pool',
    () => register('0', 'pooled', { revision: '1', withPool: 'yes' }),
    [
      { action: 'version.intended' },
      { action: 'task-queue.declared' },
      { action: 'version.acknowledged' },
      { action: 'queue.checked' },
      { action: 'pool.intended', entity: 'worker-pool:proj/pooled', detail: { before: null, after: text } },
      { action: 'worker-pool.created' },
      { action: 'pool.acknowledged', detail: { before: null, after: text } },
    ],
  ],
  [
    'registerDesign with the same content',
    () => register('1'),
    [
      { action: 'renewal.intended', detail: { before: until, after: until } },
      {
        action: 'task-queue.declared',
        detail: { before: expect.objectContaining(until), after: expect.objectContaining(until) },
      },
      { action: 'renewal.acknowledged', detail: { before: until, after: until } },
    ],
  ],
  [
    'renewNow',
    async () => (await queueActions()).renewNow(taskQueueId, 1, false),
    [
      { action: 'renewal.intended', detail: { whole: false } },
      { action: 'task-queue.declared' },
      { action: 'renewal.acknowledged' },
    ],
  ],
  [
    'setAutomaticRenewal',
    async () => (await queueActions()).setAutomaticRenewal(taskQueueId, true),
    [{ action: settings, detail: { before: { automaticRenewal: false }, after: { automaticRenewal: true } } }],
  ],
  ['setAutomaticRenewal as it is', async () => (await queueActions()).setAutomaticRenewal(taskQueueId, true), []],
  ['checkWorkerTypeNow', async () => (await queueActions()).checkWorkerTypeNow(taskQueueId), []],
  [
    'startFromVersion',
    async () => (await import('@/app/_server/actions/workerTypeActions')).startFromVersion(taskQueueId, 1),
    [made],
  ],
  [
    'restoreVersion',
    async () => (await import('@/app/_server/actions/workerTypeActions')).restoreVersion(taskQueueId, 1),
    [made],
  ],
  [
    'replayLastTasks',
    async () => (await import('@/app/_server/actions/reviewDesign')).replayLastTasks(draft, formOf({ tasks: '{}' })),
    [],
  ],
  [
    'previewDesign',
    async () => (await import('@/app/_server/actions/previewTasks')).previewDesign(draft, formOf({ tasks: '{}' })),
    [],
  ],
  [
    'traceDesign',
    async () => (await import('@/app/_server/actions/traceTask')).traceDesign(draft, formOf({ tasks: '{}' })),
    [],
  ],
  [
    'previewWorkerType',
    async () =>
      (await import('@/app/_server/actions/previewTasks')).previewWorkerType(
        'proj-tour',
        'native-1',
        formOf({ tasks: '{}' }),
      ),
    [],
  ],
  [
    'traceWorkerType',
    async () =>
      (await import('@/app/_server/actions/traceTask')).traceWorkerType(
        'proj-tour',
        'native-1',
        formOf({ tasks: '{}' }),
      ),
    [],
  ],
  [
    'deleteDesign',
    async () => (await import('@/app/_server/actions/editDesign')).deleteDesign(draft),
    [{ action: 'draft.deleted', detail: { before: { title: taskQueueId, ...text }, after: null } }],
  ],
  ['deleteDesign that is gone', async () => (await import('@/app/_server/actions/editDesign')).deleteDesign(draft), []],
  [
    'makeClient',
    async () =>
      (await clients()).makeClient(
        formOf({ clientId: 'project/ci', scopes: 'a\nb', expires: '2999-01-01', description: 'CI' }),
      ),
    [
      {
        action: 'client.created',
        entity: client,
        detail: { before: null, after: { scopes: ['a', 'b'], description: 'CI', disabled: false, ...until } },
      },
    ],
  ],
  [
    'switchClient',
    async () => (await clients()).switchClient('project/ci', true),
    [{ action: 'client.disabled', entity: client, detail: { before: { disabled: false }, after: { disabled: true } } }],
  ],
  ['switchClient as it is', async () => (await clients()).switchClient('project/ci', true), []],
  [
    'switchClient on',
    async () => (await clients()).switchClient('project/ci', false),
    [{ action: 'client.enabled', entity: client, detail: { before: { disabled: true }, after: { disabled: false } } }],
  ],
  [
    'expireClient',
    async () => (await clients()).expireClient('project/ci', formOf({ expires: '2998-01-01' })),
    [
      {
        action: 'client.expiry-changed',
        entity: client,
        detail: { before: { expires: '2999-01-01T23:59:59.999Z' }, after: { expires: '2998-01-01T23:59:59.999Z' } },
      },
    ],
  ],
  [
    'rotateClient',
    async () => (await clients()).rotateClient('project/ci'),
    [{ action: 'client.rotated', entity: client, detail: {} }],
  ],
  [
    'signOut',
    async () => (await import('@/app/_server/actions/signIn')).signOut(),
    [
      {
        action: 'session.ended',
        entity: 'client:admin',
        detail: { before: expect.objectContaining(until), after: null },
      },
    ],
  ],
  [
    'signIn with credentials',
    () => signIn(auditedServer.admin),
    [
      {
        action: 'session.created',
        entity: 'client:admin',
        detail: { with: 'credentials', before: null, after: expect.objectContaining({ scopes: ['*'], ...until }) },
      },
    ],
  ],
  [
    'signIn with the link',
    () => signIn({ token: auditedServer.signInToken }),
    [{ action: 'session.created', detail: { with: 'sign-in link' } }],
  ],
  [
    'signIn with a used link',
    () => signIn({ token: auditedServer.signInToken }),
    [{ action: 'session.refused', entity: 'client:nobody', detail: { why: 'sign-in-token-refused' } }],
  ],
  [
    'signIn with a wrong token',
    () => signIn({ clientId: 'admin', accessToken: 'x' }),
    [{ action: 'session.refused', entity: 'client:admin', detail: { with: 'credentials' } }],
  ],
  [
    'queue declareWorkerType',
    () => declare({ description: 'One' }),
    [
      {
        action: 'task-queue.declared',
        entity: 'task-queue:proj/declared',
        detail: { before: null, after: expect.objectContaining({ description: 'One', schemaVersion: null }) },
      },
    ],
  ],
  [
    'queue declareWorkerType again',
    () => declare({ description: 'Two', payloadSchema: { type: 'object' } }),
    [
      {
        action: 'task-queue.declared',
        detail: {
          before: expect.objectContaining({ description: 'One', schemaSha256: null }),
          after: expect.objectContaining({ description: 'Two', schemaSha256: text.sha256 }),
        },
      },
    ],
  ],
  ['queue declareWorkerType as it is', () => declare({ description: 'Two', expires: '2026-01-01T00:00:00.000Z' }), []],
  [
    'worker-manager createWorkerPool',
    () => manager().createWorkerPool?.(poolId, pool),
    [
      {
        action: 'worker-pool.created',
        entity: `worker-pool:${poolId}`,
        detail: {
          before: null,
          after: text,
          changes: expect.arrayContaining([{ path: 'description', after: 'Macs' }]),
        },
      },
    ],
  ],
  ['worker-manager createWorkerPool as it is', () => manager().createWorkerPool?.(poolId, pool), []],
  [
    'worker-manager updateWorkerPool',
    () => manager().updateWorkerPool?.(poolId, { ...pool, description: 'More' }),
    [
      {
        action: 'worker-pool.updated',
        detail: { before: text, after: text, changes: [{ path: 'description', before: 'Macs', after: 'More' }] },
      },
    ],
  ],
  [
    'worker-manager updateWorkerPool as it is',
    () => manager().updateWorkerPool?.(poolId, { ...pool, description: 'More' }),
    [],
  ],
  [
    'worker-manager deleteWorkerPool',
    () => manager().deleteWorkerPool?.(poolId),
    [
      {
        action: 'worker-pool.deleted',
        detail: { changes: [{ path: 'providerId', before: 'static', after: 'null-provider' }] },
      },
    ],
  ],
]

async function signIn(fields: Record<string, string>) {
  asking.cookies = new Map()
  return (await import('@/app/_server/actions/signIn')).signIn({ clientId: '', problems: [] }, formOf(fields))
}
