import taskcluster from 'taskcluster-client'
import { afterEach, expect, it, vi } from 'vitest'
import { loadCatalog } from '../../catalog/loadCatalog'
import { composeWorkerType } from '../../compose/composeWorkerType'
import { exampleDesign } from '../../compose/testing/exampleDesign'
import { currentVersion } from '../../registry/currentVersion'
import { listAudit } from '../../registry/listAudit'
import { listRenewals } from '../../registry/listRenewals'
import { readQueueCheck } from '../../registry/readQueueCheck'
import { recordIntent } from '../../registry/recordIntent'
import { saveWorkerTypeSettings } from '../../registry/saveWorkerTypeSettings'
import { taskQueues } from '../../registry/tables/taskQueues'
import { eachQueue } from '../testing/eachQueue'
import { limitedHandler } from '../testing/limitedHandler'
import { startQueue } from '../testing/startQueue'
import { checkRegistrations } from './checkRegistrations'
import type { Deployment } from './deployment'
import { registerWorkerType } from './registerWorkerType'
import { renewWorkerType } from './renewWorkerType'
import { standingOf } from './standingOf'

const catalog = loadCatalog()
const taskQueueId = 'proj/script-1'
const composition = composeWorkerType(
  exampleDesign('mock', { env: {} }, { workerType: 'script-1', description: 'Builds' }),
  catalog,
)
const day = 24 * 60 * 60 * 1000
const warnBefore = 30 * day
const admin = { clientId: 'admin', accessToken: 'token-of-admin-xxxxxxxxxxxxxxxx' }

eachQueue('drift', (queue, store) => {
  const client = (rest: Partial<Deployment> = {}): Deployment => ({ rootUrl: queue().url, credentials: admin, ...rest })
  const register = (rest: { expires?: Date; client?: Deployment } = {}) => {
    const { now } = queue().clock
    return registerWorkerType({
      store: store(),
      client: client(),
      composition,
      author: 'admin',
      message: '',
      now,
      ...rest,
    })
  }
  const check = (clientFor = (rootUrl: string): Deployment | undefined => client({ address: rootUrl })) =>
    checkRegistrations({ store: store(), clientFor, now: () => queue().clock.now, warnBefore })
  const declareElsewhere = (body: object) => {
    const other = new taskcluster.Queue({ rootUrl: queue().url, credentials: admin })
    return other.declareWorkerType?.('proj', 'script-1', body)
  }
  const registered = async () => {
    const version = await currentVersion(store(), taskQueueId)
    if (version === undefined) throw new Error('nothing is registered')
    return version
  }
  const standing = async (automaticRenewal = false) => {
    const lastCheck = await readQueueCheck(store(), taskQueueId)
    return standingOf(await registered(), lastCheck, { automaticRenewal, now: queue().clock.now, warnBefore })
  }
  const renewAutomatically = () =>
    saveWorkerTypeSettings(store(), {
      taskQueueId,
      automaticRenewal: true,
      changedBy: 'admin',
      changedAt: queue().clock.now,
    })
  /** Moves the clock of the Queue and that of its clients, whose signatures carry it. */
  const moveTo = (time: Date) => {
    queue().clock.now = time
    vi.useFakeTimers({ toFake: ['Date'], now: time })
  }
  afterEach(() => void vi.useRealTimers())

  /** Lets time pass, up to a while before the registration ends. */
  const waitUntilLeft = async (milliseconds: number) => {
    moveTo(new Date((await registered()).expires.getTime() - milliseconds))
  }
  const checkedStates = async () =>
    (await listAudit(store(), { entity: `task-queue:${taskQueueId}` }))
      .filter(({ action }) => action === 'queue.checked')
      .map(({ detail }) => detail.state)

  it('is none where the Queue reports what was registered', async () => {
    await register()
    expect(await standing()).toMatchObject({ state: 'unchecked', ok: false })
    expect(await check()).toEqual({ checked: [taskQueueId], renewed: [], problems: [] })
    const { expires } = await registered()
    expect(await standing()).toMatchObject({ state: 'same', ok: true, expiring: false, expires, differences: [] })
    await check()
    expect(await checkedStates()).toEqual(['same'])
  })

  it('is seen where another client declares something else', async () => {
    await register()
    await check()
    const payloadSchema = { type: 'object', properties: { other: { type: 'string' } } }
    await declareElsewhere({ description: 'Mine', stability: 'stable', payloadSchema })
    await check()
    const found = await standing()
    expect(found).toMatchObject({ state: 'changed', ok: false })
    expect(found.differences).toMatchObject([
      { property: 'payloadSchema', registered: (await registered()).schemaSha256 },
      { property: 'description', registered: 'Builds', queue: 'Mine' },
      { property: 'stability', registered: 'experimental', queue: 'stable' },
    ])
    expect(found.meaning).toMatch(/for the payload schema, the description and the stability\.$/)
    const report = (await readQueueCheck(store(), taskQueueId))?.report
    expect(report).toMatchObject({ payloadSchema, schemaCompared: true, declaredBy: 'admin' })
    expect(await checkedStates()).toEqual(['changed', 'same'])
  })

  it('is put back by a whole renewal, and by that alone', async () => {
    await register()
    await declareElsewhere({ description: 'Mine', stability: 'stable', payloadSchema: { type: 'object' } })
    const renew = async (whole: boolean) => {
      const request = { store: store(), client: client(), whole, author: 'admin', message: '', now: queue().clock.now }
      return renewWorkerType({ ...request, version: await registered() })
    }
    const expires = new Date(queue().clock.now.getTime() + 365 * day)
    expect(await renew(false)).toMatchObject({
      ok: true,
      value: { result: 'renewed', renewal: { whole: false, expires } },
    })
    await check()
    expect(await standing()).toMatchObject({ state: 'changed' })
    expect(await renew(true)).toMatchObject({ ok: true, value: { result: 'renewed', renewal: { whole: true } } })
    await check()
    expect(await standing()).toMatchObject({ state: 'same' })
  })

  it('is told as missing and as expired, and mended by a renewal', async () => {
    await register({ expires: new Date(queue().clock.now.getTime() + 3 * day) })
    await check()
    expect(await standing()).toMatchObject({ state: 'same', expiring: true, advice: 'Renew it.' })
    expect(await standing(true)).toMatchObject({ advice: 'It will be renewed by the next check.' })
    await waitUntilLeft(0)
    expect(await standing()).toMatchObject({ state: 'expired', ok: false })
    await check()
    expect(await standing()).toMatchObject({ state: 'expired', expires: null })
    expect(await checkedStates()).toEqual(['missing', 'same'])
    const request = {
      store: store(),
      client: client(),
      whole: false,
      author: 'admin',
      message: '',
      now: queue().clock.now,
    }
    const renewed = await renewWorkerType({ ...request, version: await registered() })
    expect(renewed).toMatchObject({ ok: true, value: { renewal: { whole: true, state: 'acknowledged' } } })
    await check()
    expect(await standing()).toMatchObject({ state: 'same', expiring: false })
  })

  it('sees an expiry that is nearer than what the Queue has promised', async () => {
    await register({ expires: new Date(queue().clock.now.getTime() + 100 * day) })
    const promised = (await registered()).expires.toJSON()
    const sooner = new Date(queue().clock.now.getTime() + 50 * day)
    await store().database.update(taskQueues).set({ expires: sooner })
    await check()
    expect(await standing()).toMatchObject({
      state: 'changed',
      differences: [{ property: 'expires', registered: promised, queue: sooner.toJSON() }],
    })
  })

  it('renews what expires soon where that is automatic, and records it', async () => {
    await register()
    await waitUntilLeft(warnBefore - 1)
    expect((await check()).renewed).toEqual([])
    expect(await standing()).toMatchObject({ state: 'same', expiring: true })
    await renewAutomatically()
    expect((await check()).renewed).toEqual([taskQueueId])
    const expires = new Date(queue().clock.now.getTime() + 365 * day)
    expect(await standing(true)).toMatchObject({ state: 'same', expiring: false, expires })
    expect(await listRenewals(store(), taskQueueId)).toMatchObject([
      { author: 'automatic check', whole: false, expires, state: 'acknowledged' },
    ])
    expect((await check()).renewed).toEqual([])
    const actions = (await listAudit(store()))
      .filter(({ who }) => who === 'automatic check')
      .map(({ action }) => action)
    expect(actions.filter((action) => action.startsWith('renewal.'))).toEqual([
      'renewal.acknowledged',
      'renewal.intended',
    ])
  })

  it('declares again what is missing, and leaves the content of what was changed alone', async () => {
    await register()
    await renewAutomatically()
    await waitUntilLeft(day)
    await declareElsewhere({ description: 'Mine' })
    expect((await check()).renewed).toEqual([taskQueueId])
    expect(await standing()).toMatchObject({ state: 'changed', expiring: false, differences: [{ queue: 'Mine' }] })
    moveTo(new Date(queue().clock.now.getTime() + 400 * day))
    expect((await check()).renewed).toEqual([taskQueueId])
    expect(await standing()).toMatchObject({ state: 'same' })
  })

  it('tells of a Queue that takes something else than before', async () => {
    const other = await startQueue(store(), (handler) => limitedHandler(handler, 'no-schemas'))
    await register({ client: client({ rootUrl: other.url }) })
    await check()
    expect(await standing()).toMatchObject({ outcome: 'declared-only', state: 'same', ok: true })
    await check(() => client())
    expect(await standing()).toMatchObject({
      state: 'changed',
      differences: [{ property: 'outcome', registered: 'declared-only', queue: 'enforced' }],
      advice: 'Register the design again: the Queue takes payload schemas now.',
    })
    await other.stop()
  })

  it('has nothing to compare with a Queue that declares nothing, and nothing to renew', async () => {
    const other = await startQueue(store(), (handler) => limitedHandler(handler, 'no-declarations'))
    await register({ client: client({ rootUrl: other.url }) })
    await renewAutomatically()
    expect(await check()).toMatchObject({ renewed: [], problems: [] })
    expect(await standing()).toMatchObject({ outcome: 'published-only', state: 'undeclared', ok: true })
    const request = { store: store(), whole: true, author: 'admin', message: '', now: queue().clock.now }
    const renewed = await renewWorkerType({
      ...request,
      client: client({ rootUrl: other.url }),
      version: await registered(),
    })
    await other.stop()
    expect(renewed).toMatchObject({ ok: false, problems: [{ code: 'nothing-to-renew' }] })
    await check()
    expect(await standing()).toMatchObject({ state: 'unknown', ok: false, problems: [{ code: 'queue-unreachable' }] })
  })

  it('is unknown for a deployment that this server does not know', async () => {
    await register()
    await check(() => undefined)
    expect(await standing()).toMatchObject({ state: 'unknown', problems: [{ code: 'queue-elsewhere' }] })
  })

  it('says which scopes a renewal lacks, and records nothing then', async () => {
    await register()
    const credentials = await queue().addClient('some', ['queue:get-worker-type:*'])
    const request = { store: store(), client: client({ credentials }), whole: false, author: 'some', message: '' }
    const renewed = await renewWorkerType({ ...request, version: await registered(), now: queue().clock.now })
    expect(renewed).toMatchObject({
      ok: false,
      problems: [{ code: 'queue-scopes-missing', message: expect.stringMatching(/#expires$/) }],
    })
    expect(await listRenewals(store(), taskQueueId)).toEqual([])
  })

  it('tells a second admin of a registration that is on its way, until it is taken for gone', async () => {
    await register()
    const { taskQueueId: _id, number: _number, ...content } = await registered()
    const { now } = queue().clock
    await recordIntent(store(), { ...content, taskQueueId, designYaml: 'x', author: 'eve', basedOn: 1, now })
    const change = { composition: composeWorkerType(exampleDesign('mock', {}, { workerType: 'script-1' }), catalog) }
    const second = () =>
      registerWorkerType({
        ...{ store: store(), client: client(), author: 'admin', message: '', basedOn: 1 },
        ...{ ...change, now: queue().clock.now },
      })
    expect(await second()).toMatchObject({
      ok: true,
      value: { result: 'conflict', version: { number: 2, state: 'intended', author: 'eve' } },
    })
    moveTo(new Date(now.getTime() + 2 * 60_000))
    expect(await second()).toMatchObject({ ok: true, value: { result: 'registered', version: { number: 3 } } })
  })
})
