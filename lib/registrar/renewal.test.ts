import { expect, it } from 'vitest'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { eachQueue } from '@/lib/queue/testing/eachQueue'
import { listAudit } from '@/lib/registry/audit/listAudit'
import { listRenewals } from '@/lib/registry/renewals/renewals'
import { recordIntent } from '@/lib/registry/versions/recordIntent'
import { readInForce } from './deployment/readInForce'
import { registerWorkerType } from './registerWorkerType'
import { renewWorkerType } from './renewWorkerType'
import { day, findBreaks, taskQueueId, warnBefore, watchRegistration } from './testing/watchRegistration'

eachQueue('a renewal', (queue, store) => {
  const {
    client,
    register,
    check,
    declareElsewhere,
    registered,
    status,
    renewAutomatically,
    moveTo,
    waitUntilLeft,
    checkedStates,
  } = watchRegistration(queue, store)

  it('puts back what was changed elsewhere where it is a whole one, and only then', async () => {
    await register()
    const narrower = { ...(await registered()).payloadSchema, maxProperties: 0 }
    await declareElsewhere({ description: 'Mine', stability: 'stable', payloadSchema: narrower })
    const renew = async (whole: boolean) => {
      const request = {
        store: store(),
        client: client(),
        whole,
        author: 'admin',
        message: '',
        now: queue().clock.now,
        findBreaks,
      }
      return renewWorkerType({ ...request, version: await registered() })
    }
    const expires = new Date(queue().clock.now.getTime() + 365 * day)
    expect(await renew(false)).toMatchObject({
      ok: true,
      value: { result: 'renewed', renewal: { whole: false, expires } },
    })
    await check()
    expect(await status()).toMatchObject({ state: 'changed' })
    expect(await renew(true)).toMatchObject({ ok: true, value: { result: 'renewed', renewal: { whole: true } } })
    await check()
    expect(await status()).toMatchObject({ state: 'same' })
  })

  it('puts nothing back that would break tasks which work today', async () => {
    await register()
    const request = { store: store(), client: client(), author: 'admin', message: '', findBreaks }
    await declareElsewhere({ description: 'Mine', payloadSchema: { type: 'object' } })
    const again = async (whole: boolean) =>
      renewWorkerType({ ...request, whole, version: await registered(), now: queue().clock.now })
    const refused = await again(true)
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'put-back-breaks' }] })
    expect(await listRenewals(store(), taskQueueId)).toEqual([])
    expect(await readInForce(client(), taskQueueId)).toMatchObject({ state: 'held', payloadSchema: { type: 'object' } })
    // the expiry alone moves all the same
    expect(await again(false)).toMatchObject({ ok: true })
    expect(await readInForce(client(), taskQueueId)).toMatchObject({ payloadSchema: { type: 'object' } })
  })

  it('mends what is missing or expired', async () => {
    await register({ expires: new Date(queue().clock.now.getTime() + 3 * day) })
    await check()
    expect(await status()).toMatchObject({ state: 'same', expiring: true, advice: 'Renew it.' })
    expect(await status(true)).toMatchObject({ advice: 'It will be renewed by the next check.' })
    await waitUntilLeft(0)
    expect(await status()).toMatchObject({ state: 'expired', ok: false })
    await check()
    expect(await status()).toMatchObject({ state: 'expired', expires: null })
    expect(await checkedStates()).toEqual(['missing', 'same'])
    const request = {
      store: store(),
      client: client(),
      whole: false,
      author: 'admin',
      message: '',
      now: queue().clock.now,
      findBreaks,
    }
    const renewed = await renewWorkerType({ ...request, version: await registered() })
    expect(renewed).toMatchObject({ ok: true, value: { renewal: { whole: true, state: 'acknowledged' } } })
    await check()
    expect(await status()).toMatchObject({ state: 'same', expiring: false })
  })

  it('comes by itself before the end where that is automatic, and is recorded', async () => {
    await register()
    await waitUntilLeft(warnBefore - 1)
    expect((await check()).renewed).toEqual([])
    expect(await status()).toMatchObject({ state: 'same', expiring: true })
    await renewAutomatically()
    expect((await check()).renewed).toEqual([taskQueueId])
    const expires = new Date(queue().clock.now.getTime() + 365 * day)
    expect(await status(true)).toMatchObject({ state: 'same', expiring: false, expires })
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

  it('declares again what is missing, and leaves the content of what was changed elsewhere alone', async () => {
    await register()
    await renewAutomatically()
    await waitUntilLeft(day)
    await declareElsewhere({ description: 'Mine' })
    expect((await check()).renewed).toEqual([taskQueueId])
    expect(await status()).toMatchObject({ state: 'changed', expiring: false, differences: [{ queue: 'Mine' }] })
    moveTo(new Date(queue().clock.now.getTime() + 400 * day))
    expect((await check()).renewed).toEqual([taskQueueId])
    expect(await status()).toMatchObject({ state: 'same' })
  })

  it('names the scopes that it lacks, and records nothing then', async () => {
    await register()
    const credentials = await queue().addClient('some', ['queue:get-worker-type:*'])
    const request = {
      store: store(),
      client: client({ credentials }),
      whole: false,
      author: 'some',
      message: '',
      findBreaks,
    }
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
    const change = {
      composition: composeWorkerType(exampleDesign('mock', {}, { workerType: 'script-1' }), loadCatalog()),
    }
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
