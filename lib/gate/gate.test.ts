import { gzipSync } from 'node:zlib'
import hawk from 'hawk'
import { createClient } from 'taskcluster-client'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { isJsonObject, type JsonObject } from '@/lib/base/json'
import type { QueueHandler } from '@/lib/queue/createQueueHandler'
import { schemaSha256 } from '@/lib/queue/taskQueues/taskQueue'
import { exampleDefinition } from '@/lib/queue/testing/exampleDefinition'
import { limitedHandler } from '@/lib/queue/testing/limitedHandler'
import { startQueue, type TestQueue } from '@/lib/queue/testing/startQueue'
import type { Store } from '@/lib/registry/store/store'
import { taskQueues } from '@/lib/registry/tables/queueTables'
import { schemaRestrictions } from '@/lib/registry/tables/registrationTables'
import { emptyStore } from '@/lib/registry/testing/emptyStore'
import { testStore } from '@/lib/registry/testing/testStore'
import { startTestGate, type TestGate } from './testing/startTestGate'

const taskId = 'fN1SbArXTPSVFNUvaOlinQ'
const otherId = 'A6qE1e4cQpSnBo7n6Ovyag'
const path = `/api/queue/v1/task/${taskId}`
const declarationPath = '/api/queue/v1/provisioners/proj/worker-types/native-1'
const payloadSchema: JsonObject = {
  type: 'object',
  properties: { command: { type: 'array', items: { type: 'string' } } },
  required: ['command'],
  additionalProperties: false,
}

let upstream: TestQueue
let upstreamStore: Store
let gateStore: Store
let gate: TestGate
let credentials: { clientId: string; accessToken: string }

beforeAll(async () => {
  upstreamStore = await testStore()
  gateStore = await testStore()
})

afterAll(async () => {
  await upstreamStore.close()
  await gateStore.close()
})

async function start(wrap?: (handler: QueueHandler) => QueueHandler): Promise<void> {
  await emptyStore(upstreamStore)
  await emptyStore(gateStore)
  upstream = await startQueue(upstreamStore, wrap)
  credentials = await upstream.addClient('admin', ['*'])
  gate = await startTestGate({ upstream: upstream.url, pagesUrl: 'https://types.example.com' }, { store: gateStore })
}

async function stop(): Promise<void> {
  await gate.stop()
  await upstream.stop()
}

interface Sent {
  body?: JsonObject
  raw?: Buffer
  headers?: Record<string, string>
  as?: { clientId: string; accessToken: string } | 'nobody'
  hash?: boolean
}

async function call(method: string, target: string, { body, raw, headers = {}, as, hash = false }: Sent = {}) {
  const content = raw ?? (body === undefined ? undefined : Buffer.from(JSON.stringify(body)))
  const who = as ?? credentials
  const all: Record<string, string> = {
    ...(content === undefined ? {} : { 'content-type': 'application/json' }),
    ...headers,
  }
  if (who !== 'nobody') {
    all.authorization = hawk.client.header(`${gate.url}${target}`, method, {
      credentials: { id: who.clientId, key: who.accessToken, algorithm: 'sha256' },
      ...(hash ? { payload: content?.toString() ?? '', contentType: 'application/json' } : {}),
    }).header
  }
  const answer = await fetch(`${gate.url}${target}`, {
    method,
    headers: all,
    body: content === undefined ? undefined : new Uint8Array(content),
  })
  const text = await answer.text()
  const value: unknown = text === '' ? {} : JSON.parse(text)
  return { status: answer.status, headers: answer.headers, body: isJsonObject(value) ? value : {} }
}

const declare = (body: JsonObject, more: Sent = {}) => call('PUT', declarationPath, { body, ...more })
const create = (change: Record<string, unknown> = {}, more: Sent = {}) =>
  call('PUT', path, { body: exampleDefinition(new Date(), change), ...more })

describe('the gate in front of a Queue', () => {
  beforeEach(() => start())
  afterEach(stop)

  it('works with taskcluster-client, and refuses what the registered schema refuses', async () => {
    const { default: taskcluster } = await import('taskcluster-client')
    const reference: unknown = await (await fetch(`${gate.url}/references/queue/v1/api.json`)).json()
    const Queue = createClient(isJsonObject(reference) ? reference : {})
    const client = new Queue({ rootUrl: gate.url, credentials })
    const declared = { description: 'native', payloadSchema }
    const answered = await client.declareWorkerType?.('proj', 'native-1', declared)
    expect(answered).toMatchObject({ taskQueueId: 'proj/native-1', description: 'native' })
    await expect(client.createTask?.(taskId, exampleDefinition(new Date(), { payload: {} }))).rejects.toMatchObject({
      statusCode: 400,
      code: 'InputValidationError',
      message: expect.stringContaining('https://types.example.com/worker-types/proj/native-1'),
    })
    const created = await client.createTask?.(taskId, exampleDefinition(new Date()))
    expect(await client.status?.(taskId)).toEqual(created)
    expect(await client.getWorkerType?.('proj', 'native-1')).toMatchObject({ description: 'native' })
    const auth = new taskcluster.Auth({ rootUrl: gate.url, credentials })
    expect(await auth.currentScopes?.()).toMatchObject({ scopes: expect.arrayContaining(['*']) })
    expect(await gate.metrics.registry.metrics()).toContain('queue_refused_tasks_total{worker_type="proj/native-1"} 1')
  })

  it('refuses in the envelope of the Queue, with every violation', async () => {
    await declare({ payloadSchema })
    const { status, body } = await create({ payload: { comand: 1 } })
    expect({ status, code: body.code, keys: Object.keys(body) }).toEqual({
      status: 400,
      code: 'InputValidationError',
      keys: ['code', 'message', 'requestInfo'],
    })
    expect(String(body.message)).toMatch(/data\/payload .*\n.*data\/payload\/comand /s)
    expect(body.requestInfo).toMatchObject({
      method: 'createTask',
      params: { taskId },
      payload: { payload: { comand: 1 }, priority: 'lowest', taskGroupId: taskId },
    })
    expect((await call('GET', path)).status).toBe(404)
  })

  it('keeps the order of checks: definition, scopes, payload', async () => {
    await declare({ payloadSchema })
    const some = await upstream.addClient('some', [])
    expect(await create({ payload: {} }, { as: some })).toMatchObject({ status: 403 })
    expect(await create({ payload: {} }, { as: 'nobody' })).toMatchObject({ status: 403 })
    const wrong = { clientId: 'admin', accessToken: 'x'.repeat(30) }
    expect(await create({ payload: {} }, { as: wrong })).toMatchObject({ status: 401 })
    expect(await create({ payload: {}, other: 1 }, { as: some })).toMatchObject({ status: 400 })
    expect(await create({ payload: {}, created: '2020-01-01T00:00:00Z' })).toMatchObject({
      body: { code: 'InputError' },
    })
    expect(await create({ payload: [] })).toMatchObject({ body: { code: 'InputValidationError' } })
  })

  it('takes both names of a task queue', async () => {
    await declare({ payloadSchema })
    const parts = { taskQueueId: undefined, provisionerId: 'proj', workerType: 'native-1' }
    expect((await create({ ...parts, payload: {} })).status).toBe(400)
    expect((await create(parts)).status).toBe(200)
    expect(
      (
        await call('PUT', `/api/queue/v1/task/${otherId}`, {
          body: exampleDefinition(new Date(), { taskQueueId: 'proj/other', payload: {} }),
        })
      ).status,
    ).toBe(200)
  })

  it.each(['gzip', 'x-other'])('reads what it lets pass: %s', async (encoding) => {
    await declare({ payloadSchema })
    const compressed = (change: Record<string, unknown>) => ({
      raw: gzipSync(JSON.stringify(exampleDefinition(new Date(), change))),
      headers: { 'content-encoding': encoding },
    })
    expect((await call('PUT', path, compressed({ payload: {} }))).status).toBe(400)
    expect((await call('PUT', path, compressed({}))).status).toBe(encoding === 'gzip' ? 200 : 400)
  })

  it('does not let a bad payload pass in another spelling, charset or with a byte order mark', async () => {
    await declare({ payloadSchema })
    const bad = JSON.stringify(exampleDefinition(new Date(), { payload: {} }))
    const charset = { 'content-type': 'application/json; charset=utf-16le' }
    expect((await call('PUT', path, { raw: Buffer.from(bad, 'utf16le'), headers: charset })).status).toBe(400)
    expect((await call('PUT', path, { raw: Buffer.from(`\ufeff${bad}`) })).status).toBe(400)
    for (const spelt of [`/api/queue/v1/%74ask/${taskId}`, `/api//queue/v1/task/${taskId}`, `${path}/`]) {
      expect((await call('PUT', spelt, { raw: Buffer.from(bad) })).status).not.toBe(200)
    }
    expect((await call('GET', path)).status).toBe(404)
  })

  it('lets a schema go with the expiry of its worker type', async () => {
    await declare({ payloadSchema })
    await gateStore.database.update(taskQueues).set({ expires: new Date(Date.now() - 1) })
    await gate.schemas.read(gateStore.database, new Date())
    expect((await create({ payload: {} })).status).toBe(200)
  })

  it('takes a repeated task for a new one where upstream tells nobody about tasks', async () => {
    const definition = exampleDefinition(new Date())
    expect((await call('PUT', path, { body: definition })).status).toBe(200)
    await declare({ payloadSchema: { type: 'object', maxProperties: 0 } })
    // this upstream tells nobody about tasks, so that a repetition counts as new
    expect((await call('PUT', path, { body: definition })).status).toBe(400)
  })

  it('declares nothing without the scopes, and nothing that is no schema', async () => {
    const some = await upstream.addClient('some', ['queue:declare-worker-type:proj/native-1#description'])
    expect((await declare({ description: 'x', payloadSchema }, { as: some })).status).toBe(403)
    expect((await declare({ description: 'x' }, { as: some })).status).toBe(200)
    const broken = await declare({ payloadSchema: { type: 'nothing' } })
    expect(broken).toMatchObject({ status: 400, body: { code: 'InputValidationError' } })
    expect((await call('PUT', '/api/queue/v1/provisioners/proj/worker-types/WT', { body: {} })).status).toBe(400)
    expect(gate.schemas.size).toBe(0)
  })

  it('takes a declaration that is hashed as long as it may stay as it is', async () => {
    expect((await declare({ description: 'hashed' }, { hash: true })).status).toBe(200)
    const { status, body } = await declare({ payloadSchema }, { hash: true })
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'InputError' })
    expect(body.message).toContain('payload hash')
    expect((await call('GET', declarationPath)).body.description).toBe('hashed')
    expect((await create({ payload: {} })).status).toBe(200)
  })

  it('passes the rest of a declaration on, and not the schema', async () => {
    await declare({ description: 'x', stability: 'stable', payloadSchema })
    const rows = await upstreamStore.database.select().from(taskQueues)
    expect(rows).toMatchObject([{ description: 'x', stability: 'stable', schemaSha256: null }])
  })

  it('says what the worker type cannot do where its schema was registered with reasons', async () => {
    await declare({ payloadSchema })
    await gateStore.database.insert(schemaRestrictions).values({
      taskQueueId: 'proj/native-1',
      schemaSha256: schemaSha256(payloadSchema),
      restrictions: [
        {
          id: 'cache/caches',
          component: 'plugin cache',
          title: 'Caches',
          engine: 'native',
          missing: ['attachVolume'],
          kind: 'refused',
          paths: ['/caches'],
          reason: 'engine native has no attachVolume',
        },
      ],
      overlays: { 'cache/caches': { properties: { caches: false } } },
      unrestrictedSchema: { ...payloadSchema, additionalProperties: true },
      recordedAt: new Date(),
    })
    const { body } = await create({ payload: { command: [], caches: [] } })
    expect(body.message).toContain('worker type proj/native-1 cannot do caches: engine native has no attachVolume')
  })

  it('tells the schema that it keeps, to those who may know it', async () => {
    const place = `${declarationPath}/payload-schema`
    expect((await call('GET', place)).status).toBe(404)
    await declare({ payloadSchema })
    const told = await call('GET', place)
    expect(told).toMatchObject({ status: 200, body: { payloadSchema, version: 1, declaredBy: 'admin' } })
    expect(told.body.payloadSchemaSha256).toBe(schemaSha256(payloadSchema))
    expect((await call('GET', place, { as: 'nobody' })).status).toBe(403)
  })

  it('says how it is, and logs no secrets', async () => {
    await declare({ payloadSchema })
    await create({ payload: {} })
    const health = await fetch(`${gate.url}/health`)
    expect({ status: health.status, body: await health.json() }).toMatchObject({
      status: 200,
      body: { status: 'ok', mode: 'gate', database: { state: 'read' }, schemas: { workerTypes: 1 } },
    })
    expect(gate.lines.join('')).toContain('a task is refused')
    expect(gate.lines.join('')).not.toMatch(/mac=|xxxxxxxx/)
  })
})

describe.each(['no-declarations', 'no-schemas'] as const)('the gate in front of a Queue with %s', (release) => {
  beforeEach(() => start((handler) => olderHandler(limitedHandler(handler, release), release)))
  afterEach(stop)

  it('publishes declareWorkerType with a payload schema, and enforces it', async () => {
    const reference: unknown = await (await fetch(`${gate.url}/references/queue/v1/api.json`)).json()
    expect(reference).toMatchObject({
      entries: expect.arrayContaining([expect.objectContaining({ name: 'declareWorkerType' })]),
    })
    const schema: unknown = await (await fetch(`${gate.url}/schemas/queue/v1/update-workertype-request.json`)).json()
    expect(schema).toMatchObject({ properties: { payloadSchema: { type: 'object' }, description: {} } })
    expect((await fetch(`${gate.url}/schemas/queue/v1/workertype-response.json`)).status).toBe(200)
    const head = await fetch(`${gate.url}/references/queue/v1/api.json`, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    const answered = await declare({ description: 'x', payloadSchema }, { hash: release === 'no-declarations' })
    expect(answered).toMatchObject({
      status: 200,
      body: { taskQueueId: 'proj/native-1', description: 'x', actions: [] },
    })
    expect((await create({ payload: {} })).status).toBe(400)
    expect((await create()).status).toBe(200)
  })
})

/** Releases without declareWorkerType do not know its path; those without schemas refuse the property. */
function olderHandler(handler: QueueHandler, release: 'no-schemas' | 'no-declarations'): QueueHandler {
  return async (request, raw) => {
    const declaring = request.method === 'PUT' && new URL(request.url).pathname === declarationPath
    if (declaring && release === 'no-declarations') return Response.json({ error: 'Not found' }, { status: 404 })
    if (declaring && (await request.clone().text()).includes('payloadSchema'))
      return new Response('{}', { status: 400 })
    return handler(request, raw)
  }
}
