import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import taskcluster, { createTemporaryCredentials } from 'taskcluster-client'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { auditedChanges, auditedServer, draft, queueActions, taskQueueId, tour } from '@/app/_testing/auditedChanges'
import { asking, formOf, outcomeOf, serverEnvironment } from '@/app/_testing/inProcess'
import { type Persona, signInPersonas } from '@/app/_testing/personas'
import { pooledDesign } from '@/app/_testing/pooledDesign'
import type { HttpHost } from '@/lib/http/listen'
import { services as apiServices } from '@/lib/queue/services'
import { serveHttp } from '@/lib/queue/testing/serveHttp'
import { listAudit } from '@/lib/registry/audit/listAudit'
import { freePort } from '@/lib/registry/testing/freePort'

vi.mock('server-only', () => ({}))
vi.mock('next/headers', async () => (await import('@/app/_testing/inProcess')).nextHeaders)
vi.mock('next/cache', async () => (await import('@/app/_testing/inProcess')).nextCache)

let as: (persona: Persona) => void
let host: HttpHost
let stop: () => Promise<void>

beforeAll(async () => {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  stop = serverEnvironment(port)
  const api = await import('@/app/api/[[...path]]/route')
  host = await serveHttp((request) => api.POST(request, {}), { host: '127.0.0.1', port })
  as = await signInPersonas(origin)
  const { readClient } = await import('@/lib/auth/credentials/client')
  const { services } = await import('@/app/_server/services/services')
  const { makeSignInToken } = await import('@/lib/auth/setup/signInTokenFile')
  const { store, sessions, environment } = await services()
  const { createDraft } = await import('@/lib/registry/drafts')
  const start = { id: draft, title: taskQueueId, document: tour, author: 'test', now: new Date() }
  expect(await createDraft(store, start)).toMatchObject({ ok: true })
  const pooled = { ...start, id: 'pooled', title: 'proj/pooled', document: pooledDesign('proj/pooled') }
  expect(await createDraft(store, pooled)).toMatchObject({ ok: true })
  const client = await readClient(store, 'admin')
  const { token: signInToken } = makeSignInToken(environment.dataDir, sessions.random, new Date())
  Object.assign(auditedServer, { origin, admin: { clientId: 'admin', accessToken: client?.accessToken }, signInToken })
})
afterAll(async () => {
  await host.close()
  await stop()
})

/** What changes nothing that the audit speaks of: tasks are not its subject, and nothing of a provisioner is kept. */
const unaudited = [
  'queue createTask',
  'queue cancelTask',
  'queue cancelTaskGroup',
  'queue sealTaskGroup',
  'queue declareProvisioner',
  'auth authenticateHawk',
]

describe('the audit after', () => {
  it.each(auditedChanges)('%s', async (name, make, expected) => {
    const { services } = await import('@/app/_server/services/services')
    const { store } = await services()
    const last = (await listAudit(store, { limit: 1 }))[0]?.id ?? 0
    if (name !== 'signOut') as('admin')
    else as('cross-site')
    if (name === 'signOut') asking.headers.set('origin', auditedServer.origin)
    const from = asking.headers.get('x-forwarded-for')
    const started = Date.now()
    await outcomeOf(make)
    const rows = (await listAudit(store)).filter(({ id }) => id > last).reverse()
    expect(rows.map(({ action }) => action)).toEqual(expected.map(({ action }) => action))
    const isApi = /^(queue|worker-manager) /.test(name)
    for (const [at, row] of rows.entries()) {
      expect(row).toMatchObject({ ...expected[at] })
      const others: Record<string, string> = {
        'queue.checked': 'automatic check',
        'session.refused': row.entity.slice(7),
      }
      expect(row.who).toBe(others[row.action] ?? 'admin')
      expect(row.at.getTime()).toBeGreaterThanOrEqual(started)
      const throughQueue = ['task-queue.declared', 'worker-pool.created'].includes(row.action)
      if (isApi || throughQueue) expect(row).toMatchObject({ way: 'program' })
      else expect(row).toMatchObject({ address: from, way: 'browser' })
      expect(JSON.stringify(row)).not.toContain(auditedServer.admin.accessToken)
    }
  })
})

describe('a refusal', () => {
  it.each<[string, () => unknown, string]>([
    [
      'of the guard',
      async () =>
        (await import('@/app/_server/actions/startDesign')).startBlank(
          formOf({ worker: 'taskcluster-worker', provisionerId: 'proj', workerType: 'b' }),
        ),
      'action:startBlank',
    ],
    [
      'of a page',
      async () => Object(await import('@/app/audit/page')).default({ searchParams: Promise.resolve({}) }),
      'pages:auditors',
    ],
    ['of the Queue', async () => (await queueActions()).renewNow(taskQueueId, 1, true), 'action:renewNow'],
  ])('%s is told once, of those who are known', async (_, make, entity) => {
    const { services } = await import('@/app/_server/services/services')
    const { store } = await services()
    for (const persona of ['nobody', 'forged cookie', 'expired session', 'viewer', 'viewer'] as const) {
      as(persona)
      await outcomeOf(make)
    }
    const rows = await listAudit(store, { entity })
    expect(rows).toMatchObject([{ who: 'viewer', action: 'permission.refused', way: 'browser' }])
    expect(JSON.stringify(rows[0]?.detail)).toMatch(/worker-types:|queue:declare-worker-type:/)
  })

  it('of the services is told, with the scopes', async () => {
    const { services } = await import('@/app/_server/services/services')
    const { store } = await services()
    const credentials = createTemporaryCredentials({
      start: new Date(Date.now() - 1000),
      expiry: new Date(Date.now() + 60_000),
      scopes: ['queue:x'],
      credentials: auditedServer.admin,
    })
    const call = new taskcluster.Queue({ rootUrl: auditedServer.origin, credentials, retries: 0 }).declareWorkerType?.(
      'proj',
      'declared',
      { description: 'x' },
    )
    await expect(call).rejects.toMatchObject({ statusCode: 403 })
    const needed = ['queue:declare-worker-type:proj/declared#description']
    expect(await listAudit(store, { entity: 'api:queue/declareWorkerType' })).toMatchObject([
      { who: 'admin', detail: { needed, missing: needed } },
    ])
  })
})

it('is asked of every action and of every method that changes something', () => {
  const app = join(import.meta.dirname, '../..')
  const paths = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path))
  const sources = paths
    .map((path) => readFileSync(join(app, path), 'utf8'))
    .filter((source) => source.startsWith("'use server'"))
  const actions = sources.flatMap((source) => [...source.matchAll(/^export const (\w+)/gm)].map(([, name]) => name))
  const methods = apiServices.flatMap(({ name, methods }) =>
    methods.filter(({ method }) => method !== 'get').map((method) => `${name} ${method.name}`),
  )
  const named = auditedChanges.map(([name]) => name)
  const missing = [...actions, ...methods].filter(
    (name) =>
      name !== undefined &&
      !unaudited.includes(name) &&
      !named.some((one) => one === name || one.startsWith(`${name} `)),
  )
  expect(missing).toEqual([])
})
