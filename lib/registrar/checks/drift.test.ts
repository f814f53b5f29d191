import { expect, it } from 'vitest'
import { eachQueue } from '@/lib/queue/testing/eachQueue'
import { limitedHandler } from '@/lib/queue/testing/limitedHandler'
import { startQueue } from '@/lib/queue/testing/startQueue'
import { renewWorkerType } from '@/lib/registrar/renewWorkerType'
import { day, findBreaks, taskQueueId, watchRegistration } from '@/lib/registrar/testing/watchRegistration'
import { readQueueCheck } from '@/lib/registry/renewals/queueChecks'
import { taskQueues } from '@/lib/registry/tables/queueTables'

eachQueue('drift', (queue, store) => {
  const { client, register, check, declareElsewhere, registered, status, renewAutomatically, checkedStates } =
    watchRegistration(queue, store)

  it('is none where the Queue reports what was registered', async () => {
    await register()
    expect(await status()).toMatchObject({ state: 'unchecked', ok: false })
    expect(await check()).toEqual({ checked: [taskQueueId], renewed: [], problems: [] })
    const { expires } = await registered()
    expect(await status()).toMatchObject({ state: 'same', ok: true, expiring: false, expires, differences: [] })
    await check()
    expect(await checkedStates()).toEqual(['same'])
  })

  it('is seen where another client declares something else', async () => {
    await register()
    await check()
    const payloadSchema = { type: 'object', properties: { other: { type: 'string' } } }
    await declareElsewhere({ description: 'Mine', stability: 'stable', payloadSchema })
    await check()
    const found = await status()
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

  it('sees an expiry that is nearer than what the Queue has promised', async () => {
    await register({ expires: new Date(queue().clock.now.getTime() + 100 * day) })
    const promised = (await registered()).expires.toJSON()
    const sooner = new Date(queue().clock.now.getTime() + 50 * day)
    await store().database.update(taskQueues).set({ expires: sooner })
    await check()
    expect(await status()).toMatchObject({
      state: 'changed',
      differences: [{ property: 'expires', registered: promised, queue: sooner.toJSON() }],
    })
  })

  it('tells of a Queue that takes something else than before', async () => {
    const other = await startQueue(store(), (handler) => limitedHandler(handler, 'no-schemas'))
    await register({ client: client({ rootUrl: other.url }) })
    await check()
    expect(await status()).toMatchObject({ outcome: 'declared-only', state: 'same', ok: true })
    await check(() => client())
    expect(await status()).toMatchObject({
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
    expect(await status()).toMatchObject({ outcome: 'published-only', state: 'undeclared', ok: true })
    const request = { store: store(), whole: true, author: 'admin', message: '', now: queue().clock.now, findBreaks }
    const renewed = await renewWorkerType({
      ...request,
      client: client({ rootUrl: other.url }),
      version: await registered(),
    })
    await other.stop()
    expect(renewed).toMatchObject({ ok: false, problems: [{ code: 'nothing-to-renew' }] })
    await check()
    expect(await status()).toMatchObject({ state: 'unknown', ok: false, problems: [{ code: 'queue-unreachable' }] })
  })

  it('is unknown for a deployment that this server does not know', async () => {
    await register()
    await check(() => undefined)
    expect(await status()).toMatchObject({ state: 'unknown', problems: [{ code: 'queue-elsewhere' }] })
  })
})
