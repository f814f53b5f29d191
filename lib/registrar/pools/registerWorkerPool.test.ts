import { expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { Crash, crashing, crashMoments } from '@/lib/queue/testing/crashingStore'
import { eachQueue } from '@/lib/queue/testing/eachQueue'
import type { Deployment } from '@/lib/registrar/deployment/deployment'
import { listAudit } from '@/lib/registry/audit/listAudit'
import { listPoolRegistrations, pendingPoolRegistrations } from '@/lib/registry/pools/poolRegistrations'
import { recordPoolIntent } from '@/lib/registry/pools/recordPoolIntent'
import { declarePoolDirectly } from './declarePoolDirectly'
import { planPool, type WantedPool } from './planPool'
import { registerWorkerPool, resumePoolRegistrations, type WorkerPoolOrder } from './registerWorkerPool'

const workerPoolId = 'proj/macs'
const pool = (change: JsonObject = {}): WantedPool => ({
  workerPoolId,
  provider: 'static',
  definition: {
    providerId: 'static',
    description: 'Macs',
    config: { workerConfig: { genericWorker: { config: {} } } },
    owner: 'ops@example.com',
    emailOnError: false,
    ...change,
  },
})
const path = `/api/worker-manager/v1/worker-pool/${workerPoolId}`
const mark = '*DO NOT EDIT* - This resource is configured automatically.\n\nMacs'

eachQueue('registering a worker pool', (queue, store) => {
  const client = (rest: Partial<Deployment> = {}): Deployment => ({
    rootUrl: queue().url,
    credentials: { clientId: 'admin', accessToken: 'token-of-admin-xxxxxxxxxxxxxxxx' },
    ...rest,
  })
  const register = (change: JsonObject = {}, rest: Partial<WorkerPoolOrder> = {}) => {
    const { now } = queue().clock
    const order = { store: store(), client: client(), pool: pool(change), author: 'admin', message: 'why', now }
    return registerWorkerPool({ ...order, ...rest })
  }
  const there = async () => (await queue().call('GET', path, { as: 'admin' })).body
  const changeElsewhere = (change: JsonObject) =>
    queue().call('POST', path, { as: 'admin', body: pool(change).definition })
  const states = async () => (await listPoolRegistrations(store(), workerPoolId)).map(({ state }) => state)
  const resume = () => resumePoolRegistrations({ store: store(), clientFor: () => client(), now: queue().clock.now })

  it('creates it, updates it, and leaves it alone where it is the same', async () => {
    expect(await register()).toMatchObject({
      ok: true,
      value: {
        result: 'created',
        plan: { action: 'create', found: null, changes: [] },
        registration: { state: 'acknowledged', seen: null, message: 'why', answer: { workerPoolId } },
      },
    })
    expect(await there()).toMatchObject(pool().definition)
    expect(await register()).toMatchObject({ ok: true, value: { result: 'same' } })
    expect(await register({ description: 'More' })).toMatchObject({
      ok: true,
      value: {
        result: 'updated',
        plan: { changes: [{ path: 'description', kind: 'changed', before: 'Macs', after: 'More' }] },
        registration: { seen: pool().definition },
      },
    })
    expect(await there()).toMatchObject({ description: 'More' })
    expect(await states()).toEqual(['acknowledged', 'acknowledged'])
    const audit = await listAudit(store(), { entity: `worker-pool:${workerPoolId}` })
    expect(audit.map(({ action }) => action)).toEqual(
      ['acknowledged', 'updated', 'intended', 'acknowledged', 'created', 'intended'].map((word) =>
        word.endsWith('ated') ? `worker-pool.${word}` : `pool.${word}`,
      ),
    )
  })

  it('never changes a pool that another tool configures, but sees where it is the same', async () => {
    await register({ description: mark })
    const refused = await register({ description: 'Mine' })
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'pool-managed-elsewhere', path: 'pool' }] })
    expect(await there()).toMatchObject({ description: mark })
    expect(await register({ description: mark })).toMatchObject({ ok: true, value: { result: 'same' } })
    const direct = await declarePoolDirectly({ deployment: client(), pool: pool() })
    expect(direct).toMatchObject({ ok: false, problems: [{ code: 'pool-managed-elsewhere' }] })
    expect(await there()).toMatchObject({ description: mark })
    expect(await states()).toEqual(['acknowledged'])
  })

  it('tells whoever has seen another pool than the one that is there', async () => {
    await register()
    await changeElsewhere({ description: 'Others' })
    const late = await register({ description: 'Mine' }, { seen: pool().definition })
    expect(late).toMatchObject({ ok: true, value: { result: 'conflict', plan: { found: { description: 'Others' } } } })
    const blind = await register({ description: 'Mine' }, { seen: null })
    expect(blind).toMatchObject({ ok: true, value: { result: 'conflict' } })
    expect(await there()).toMatchObject({ description: 'Others' })
    const aware = await register({ description: 'Mine' }, { seen: pool({ description: 'Others' }).definition })
    expect(aware).toMatchObject({ ok: true, value: { result: 'updated' } })
  })

  it('asks for the scopes that it takes before it records anything', async () => {
    const scopes = ['get-worker-pool', 'manage-worker-pool'].map((word) => `worker-manager:${word}:${workerPoolId}`)
    const needed = [...scopes, 'worker-manager:provider:static']
    for (const missing of needed) {
      const clientId = `without-${missing.split(':')[1]}`
      const credentials = await queue().addClient(
        clientId,
        needed.filter((scope) => scope !== missing),
      )
      const refused = await register({}, { client: client({ credentials }) })
      expect(refused).toMatchObject({ ok: false, problems: [{ code: 'queue-scopes-missing' }] })
      expect(refused.problems[0]?.message).toContain(missing)
    }
    const credentials = await queue().addClient('enough', needed)
    const plan = await planPool(client({ credentials }), pool())
    expect(plan).toMatchObject({ ok: true, value: { action: 'create', scopes: { needed, missing: [] }, problems: [] } })
    expect(await states()).toEqual([])
    expect((await queue().call('GET', path, { as: 'admin' })).status).toBe(404)
  })

  it.each<[string, WantedPool, string]>([
    ['a provider that is not there', pool({ providerId: 'other' }), 'pool-provider-unknown'],
    ['a provider of another type', { ...pool(), provider: 'google' }, 'pool-provider-type'],
  ])('knows of %s before it sends anything', async (_, wanted, code) => {
    const refused = await register({}, { pool: wanted })
    expect(refused).toMatchObject({ ok: false, problems: [{ code, path: 'pool.providerId' }] })
    expect(await states()).toEqual([])
  })

  it('records what worker-manager refuses', async () => {
    const refused = await register({ owner: 'nobody' })
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'pool-refused', path: 'pool' }] })
    expect(refused.problems[0]?.message).toContain('data/owner must match format "email"')
    expect(await states()).toEqual(['failed'])
  })

  it('keeps an intent open while the deployment is silent', async () => {
    const address = 'http://127.0.0.1:9'
    const silent = await register({}, { client: client({ address, patience: 200 }) })
    expect(silent).toMatchObject({ ok: false, problems: [{ code: 'queue-unreachable' }] })
    expect(await states()).toEqual([])
    const { now } = queue().clock
    const intent = { ...pool(), rootUrl: queue().url, seen: null, author: 'admin', message: '', now }
    await recordPoolIntent(store(), intent)
    const clientFor = () => client({ address, patience: 200 })
    const waiting = await resumePoolRegistrations({ store: store(), clientFor, now })
    expect(waiting).toMatchObject({ settled: [], open: [{ problems: [{ code: 'queue-unreachable' }] }] })
    const nobody = await resumePoolRegistrations({ store: store(), clientFor: () => undefined, now })
    expect(nobody).toMatchObject({ settled: [], open: [{ problems: [] }] })
    expect(await resume()).toMatchObject({ settled: [{ state: 'acknowledged' }], open: [] })
    expect(await there()).toMatchObject(pool().definition)
  })

  it('tells of an intent of somebody else that is on its way', async () => {
    const { now } = queue().clock
    const other = {
      ...pool({ description: 'Others' }),
      rootUrl: queue().url,
      seen: null,
      author: 'you',
      message: '',
      now,
    }
    await recordPoolIntent(store(), other)
    const conflict = await register()
    expect(conflict).toMatchObject({ ok: true, value: { result: 'conflict', registration: { author: 'you' } } })
    const left = { store: store(), clientFor: () => client(), now, leaveInFlight: true }
    expect(await resumePoolRegistrations(left)).toEqual({ settled: [], open: [] })
    queue().clock.now = new Date(now.getTime() + 3 * 60_000)
    expect(await register({}, { now: queue().clock.now })).toMatchObject({ ok: true, value: { result: 'created' } })
  })

  it.each(crashMoments)('loses nothing in a crash: $when write $at', async ({ at, when }) => {
    await register()
    const crash = register({ description: 'More' }, { store: crashing(store(), at, when) })
    await expect(crash).rejects.toBeInstanceOf(Crash)
    const recorded = at === 1 || when === 'after'
    expect((await resume()).open).toEqual([])
    expect(await pendingPoolRegistrations(store())).toEqual([])
    expect(await states()).toEqual([...(recorded ? ['acknowledged'] : []), 'acknowledged'])
    expect(await there()).toMatchObject({ description: recorded ? 'More' : 'Macs' })
    expect(await resume()).toEqual({ settled: [], open: [] })
  })

  it.each(crashMoments)('is made good by registering again after a crash: $when write $at', async ({ at, when }) => {
    await expect(register({}, { store: crashing(store(), at, when) })).rejects.toBeInstanceOf(Crash)
    const again = await register()
    const sent = at === 1
    expect(again).toMatchObject({ ok: true, value: { result: sent ? 'same' : 'created' } })
    expect(await states()).toEqual(['acknowledged'])
    expect(await there()).toMatchObject(pool().definition)
  })

  it.each<[string, (change: typeof changeElsewhere) => Promise<unknown>, JsonObject]>([
    ['has changed', (change) => change({ description: 'Others' }), { description: 'Others' }],
    ['has been given to another tool', (change) => change({ description: mark }), { description: mark }],
  ])('does not send again what somebody %s since', async (_, happen, kept) => {
    await register()
    const crash = register({ description: 'Mine' }, { store: crashing(store(), 0, 'after') })
    await expect(crash).rejects.toBeInstanceOf(Crash)
    await happen(changeElsewhere)
    expect(await resume()).toMatchObject({ settled: [{ state: 'failed' }], open: [] })
    expect(await there()).toMatchObject(kept)
  })

  it('plans for the command line, and sends', async () => {
    const dry = await declarePoolDirectly({ deployment: client(), pool: pool(), dryRun: true })
    expect(dry).toMatchObject({ ok: true, value: { result: 'planned', plan: { action: 'create' } } })
    expect((await queue().call('GET', path, { as: 'admin' })).status).toBe(404)
    const send = (change: JsonObject) => declarePoolDirectly({ deployment: client(), pool: pool(change) })
    expect(await send({})).toMatchObject({ ok: true, value: { result: 'created' } })
    expect(await send({})).toMatchObject({ ok: true, value: { result: 'same' } })
    expect(await send({ description: 'More' })).toMatchObject({ ok: true, value: { result: 'updated' } })
    expect(await states()).toEqual([])
  })
})
