import { createTemporaryCredentials } from 'taskcluster-client'
import { expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import type { Composition } from '@/lib/compose/composition'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import type { QueueHandler } from '@/lib/queue/createQueueHandler'
import { eachQueue } from '@/lib/queue/testing/eachQueue'
import { limitedHandler } from '@/lib/queue/testing/limitedHandler'
import { startQueue } from '@/lib/queue/testing/startQueue'
import { listAudit } from '@/lib/registry/audit/listAudit'
import { freePort } from '@/lib/registry/testing/freePort'
import { currentVersion, listVersions, readVersionBundle } from '@/lib/registry/versions/versions'
import { declareDirectly } from './declareDirectly'
import type { Deployment } from './deployment/deployment'
import { registerWorkerType } from './registerWorkerType'

const catalog = loadCatalog()

function compose(plugins: Record<string, JsonValue> = { env: {} }): Composition {
  return composeWorkerType(exampleDesign('mock', plugins, { workerType: 'script-1', description: 'Builds' }), catalog)
}

const taskQueueId = 'proj/script-1'
const path = '/api/queue/v1/provisioners/proj/worker-types/script-1'

eachQueue('registrar', (queue, store) => {
  const admin = { clientId: 'admin', accessToken: 'token-of-admin-xxxxxxxxxxxxxxxx' }
  const client = (rest: Partial<Deployment> = {}): Deployment => ({ rootUrl: queue().url, credentials: admin, ...rest })
  const register = (composition = compose(), rest: Partial<Parameters<typeof registerWorkerType>[0]> = {}) =>
    registerWorkerType({
      store: store(),
      client: client(),
      composition,
      author: 'admin',
      message: 'because',
      now: queue().clock.now,
      ...rest,
    })

  it('records, declares, and records the answer', async () => {
    const registered = await register()
    const expires = new Date(queue().clock.now.getTime() + 365 * 24 * 60 * 60 * 1000)
    expect(registered).toMatchObject({
      ok: true,
      value: { result: 'registered', version: { number: 1, state: 'acknowledged', outcome: 'enforced', expires } },
    })
    const version = await currentVersion(store(), taskQueueId)
    expect(version?.queueAnswer).toMatchObject({ taskQueueId, description: 'Builds', expires: expires.toJSON() })
    expect(version?.payloadSchema).toEqual(compose().effectiveSchema)
    const declared = await queue().call('GET', path, { as: 'admin' })
    expect(declared.body).toMatchObject({ description: 'Builds', expires: expires.toJSON() })
  })

  it('renews what is registered already, and makes a version of what is new', async () => {
    await register()
    const expires = new Date('2030-01-01T00:00:00Z')
    expect(await register(compose(), { expires })).toMatchObject({
      value: { result: 'renewed', version: { number: 1 } },
    })
    const declared = await queue().call('GET', path, { as: 'admin' })
    expect(declared.body).toMatchObject({ expires: expires.toJSON() })
    expect(await register(compose({}))).toMatchObject({ value: { result: 'registered', version: { number: 2 } } })
    const actions = (await listAudit(store(), { entity: `task-queue:${taskQueueId}` })).map((row) => row.action)
    expect(actions.filter((action) => !action.startsWith('task-queue.'))).toEqual([
      ...['version.acknowledged', 'version.intended', 'renewal.acknowledged', 'renewal.intended'],
      ...['version.acknowledged', 'version.intended'],
    ])
  })

  it('keeps what goes with the version', async () => {
    const sentence = '`env` is no longer declared.'
    const acknowledgements = [{ id: 'a', effect: 'narrows' as const, path: '/env', sentence, reason: 'unused' }]
    const bundle = { zip: Uint8Array.of(1, 2) }
    await register(compose(), { record: { acknowledgements, draftId: 'draft', toolVersion: '0.1.0', bundle } })
    const version = await currentVersion(store(), taskQueueId)
    expect(version).toMatchObject({ acknowledgements, draftId: 'draft', toolVersion: '0.1.0' })
    expect(await readVersionBundle(store(), { taskQueueId, number: 1 }, 'zip')).toEqual(Buffer.from([1, 2]))
  })

  it('tells the second of two admins what is there', async () => {
    expect(await register(compose(), { basedOn: 0 })).toMatchObject({ value: { result: 'registered' } })
    const second = await register(compose({}), { basedOn: 0 })
    expect(second).toMatchObject({ ok: true, value: { result: 'conflict', version: { number: 1 } } })
    expect(await listVersions(store(), taskQueueId)).toHaveLength(1)
  })

  it.each<['no-schemas' | 'no-declarations', string, number]>([
    ['no-schemas', 'declared-only', 200],
    ['no-declarations', 'published-only', 404],
  ])('finds out what a Queue with %s takes', async (release, outcome, status) => {
    const other = await startQueue(store(), (handler) => limitedHandler(handler, release))
    const registered = await register(compose(), { client: client({ rootUrl: other.url }) })
    expect(registered).toMatchObject({ ok: true, value: { version: { state: 'acknowledged', outcome } } })
    expect((await other.call('GET', path, { as: 'admin' })).status).toBe(status)
    await other.stop()
  })

  it.each<[string, () => Promise<Partial<Deployment>>, string, RegExp]>([
    [
      'a Queue that is not there',
      async () => ({ rootUrl: `http://127.0.0.1:${await freePort()}` }),
      'queue-unreachable',
      /ECONNREFUSED/,
    ],
    [
      'a server that is no deployment',
      async () => ({ rootUrl: `${queue().url}/other` }),
      'queue-unreachable',
      /no Taskcluster/,
    ],
    [
      'a wrong access token',
      async () => ({ credentials: { clientId: 'admin', accessToken: 'x'.repeat(30) } }),
      'queue-credentials-refused',
      /Bad mac/,
    ],
    ['nobody', async () => ({ credentials: undefined }), 'queue-scopes-missing', /#payloadSchema/],
    [
      'a client without scopes',
      async () => ({
        credentials: await queue().addClient('some', ['queue:declare-worker-type:proj/script-1#expires']),
      }),
      'queue-scopes-missing',
      /some may not: .*#description.*#payloadSchema/,
    ],
  ])('has a problem with %s, and records nothing', async (_, change, code, words) => {
    const deployment = client(await change())
    const result = await register(compose(), { client: deployment })
    expect(result).toMatchObject({ ok: false, problems: [{ code, message: expect.stringMatching(words) }] })
    expect(await listVersions(store(), taskQueueId)).toEqual([])
    const expires = new Date('2030-01-01')
    const direct = await declareDirectly({ deployment, composition: compose(), expires })
    expect(direct).toMatchObject({ ok: false, problems: [{ code, message: expect.stringMatching(words) }] })
  })

  it('registers with temporary credentials', async () => {
    const { now } = queue().clock
    const scopes = ['queue:declare-worker-type:proj/*']
    const expiry = new Date(now.getTime() + 60_000)
    const credentials = createTemporaryCredentials({
      start: now,
      expiry,
      scopes,
      credentials: admin,
      clientId: 'guest',
    })
    expect(await register(compose(), { client: client({ credentials }) })).toMatchObject({ ok: true })
  })

  it('does not register what cannot work', async () => {
    const result = await register(compose({ nothing: {} }))
    expect(result.ok).toBe(false)
    expect(result.problems[0]).toMatchObject({ severity: 'error', path: expect.stringContaining('nothing') })
  })

  it('keeps a version that the Queue refused as failed', async () => {
    const refusing = await startQueue(store(), (handler: QueueHandler) => async (request, raw) => {
      if (request.method !== 'PUT') return handler(request, raw)
      return Response.json({ code: 'InputError', message: 'no\n\n---\n\n* method: x' }, { status: 400 })
    })
    const result = await register(compose(), { client: client({ rootUrl: refusing.url }) })
    await refusing.stop()
    expect(result).toMatchObject({
      ok: false,
      problems: [{ code: 'queue-refused', message: expect.stringMatching(/: no$/) }],
    })
    expect(await listVersions(store(), taskQueueId)).toMatchObject([{ state: 'failed', outcome: null }])
    expect(await register()).toMatchObject({ ok: true, value: { version: { number: 2, state: 'acknowledged' } } })
  })

  it('declares directly, or says what it would', async () => {
    const expires = new Date('2030-01-01T00:00:00Z')
    const options = { deployment: client(), composition: compose(), expires }
    const dry = await declareDirectly({ ...options, dryRun: true })
    expect(dry).toMatchObject({ ok: true, value: { taskQueueId, outcome: 'enforced', answer: null } })
    expect((await queue().call('GET', path, { as: 'admin' })).status).toBe(404)
    const declared = await declareDirectly(options)
    expect(declared).toMatchObject({ ok: true, value: { answer: { taskQueueId, expires: expires.toJSON() } } })
    expect(await listVersions(store(), taskQueueId)).toEqual([])
  })
})
