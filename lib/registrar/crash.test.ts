import { expect, it } from 'vitest'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { readSchemaInForce } from '@/lib/queue/taskQueues/schemaInForce'
import { Crash, crashing, crashMoments } from '@/lib/queue/testing/crashingStore'
import { eachQueue } from '@/lib/queue/testing/eachQueue'
import { listRenewals, pendingRenewals } from '@/lib/registry/renewals/renewals'
import { currentVersion, listVersions, pendingIntents } from '@/lib/registry/versions/versions'
import { registerWorkerType } from './registerWorkerType'
import { renewWorkerType } from './renewWorkerType'
import { resumeRegistrations } from './resumeRegistrations'
import { findBreaks } from './testing/watchRegistration'

const catalog = loadCatalog()
const taskQueueId = 'proj/script-1'
const compose = (plugins: Record<string, object>) =>
  composeWorkerType(exampleDesign('mock', JSON.parse(JSON.stringify(plugins)), { workerType: 'script-1' }), catalog)
const first = compose({})
const second = compose({ env: {} })

eachQueue('a crash of the registrar', (queue, store) => {
  const client = () => ({
    rootUrl: queue().url,
    credentials: { clientId: 'admin', accessToken: 'token-of-admin-xxxxxxxxxxxxxxxx' },
  })
  const register = (composition = first, where = store()) =>
    registerWorkerType({
      store: where,
      client: client(),
      composition,
      author: 'admin',
      message: '',
      now: queue().clock.now,
    })
  const resume = () => resumeRegistrations({ store: store(), clientFor: client, now: queue().clock.now })

  /** Nothing is open, and the Queue holds what is in force here. */
  async function expectSettled(schemaSha256: string | undefined): Promise<void> {
    expect(await pendingIntents(store())).toEqual([])
    expect(await pendingRenewals(store())).toEqual([])
    const current = await currentVersion(store(), taskQueueId)
    expect(current?.schemaSha256).toBe(schemaSha256)
    const held = await readSchemaInForce(store(), taskQueueId, queue().clock.now)
    expect(held?.schemaSha256).toBe(schemaSha256)
  }

  it.each(crashMoments)('loses no registration: $when write $at', async ({ at, when }) => {
    await register()
    const before = (await currentVersion(store(), taskQueueId))?.schemaSha256
    await expect(register(second, crashing(store(), at, when))).rejects.toBeInstanceOf(Crash)
    const resumed = await resume()
    expect(resumed.open).toEqual([])
    const recorded = at === 1 || when === 'after'
    const versions = await listVersions(store(), taskQueueId)
    expect(versions.map(({ number, state }) => ({ number, state }))).toEqual([
      ...(recorded ? [{ number: 2, state: 'acknowledged' }] : []),
      { number: 1, state: 'acknowledged' },
    ])
    await expectSettled(recorded ? versions[0]?.schemaSha256 : before)
    expect(await resume()).toEqual({ settled: [], open: [] })
    expect(await register(second)).toMatchObject({
      ok: true,
      value: { result: recorded ? 'renewed' : 'registered', version: { number: 2 } },
    })
  })

  it.each(crashMoments)('is made good by registering again: $when write $at', async ({ at, when }) => {
    await expect(register(first, crashing(store(), at, when))).rejects.toBeInstanceOf(Crash)
    const again = await register()
    expect(again).toMatchObject({ ok: true, value: { version: { number: 1, state: 'acknowledged' } } })
    expect(await listVersions(store(), taskQueueId)).toHaveLength(1)
    await expectSettled((await currentVersion(store(), taskQueueId))?.schemaSha256)
  })

  it.each(crashMoments)('loses no renewal: $when write $at', async ({ at, when }) => {
    await register()
    const version = await currentVersion(store(), taskQueueId)
    if (version === undefined) throw new Error('nothing is registered')
    const expires = new Date('2030-01-01T00:00:00Z')
    const renewal = { client: client(), version, whole: at === 0, author: 'admin', message: '', expires, findBreaks }
    const crash = renewWorkerType({ ...renewal, store: crashing(store(), at, when), now: queue().clock.now })
    await expect(crash).rejects.toBeInstanceOf(Crash)
    const recorded = at === 1 || when === 'after'
    expect((await resume()).open).toEqual([])
    const renewals = await listRenewals(store(), taskQueueId)
    expect(renewals.map(({ state }) => state)).toEqual(recorded ? ['acknowledged'] : [])
    await expectSettled(version.schemaSha256)
    const held = await readSchemaInForce(store(), taskQueueId, queue().clock.now)
    expect(held?.expires).toEqual(recorded ? expires : version.expires)
  })

  it('does not renew what a later version has overtaken', async () => {
    await register()
    const version = await currentVersion(store(), taskQueueId)
    if (version === undefined) throw new Error('nothing is registered')
    const renewal = {
      client: client(),
      version,
      whole: true,
      author: 'admin',
      message: '',
      now: queue().clock.now,
      findBreaks,
    }
    await expect(renewWorkerType({ ...renewal, store: crashing(store(), 0, 'after') })).rejects.toBeInstanceOf(Crash)
    await register(second)
    expect(await resume()).toMatchObject({ settled: [{ state: 'failed' }], open: [] })
    await expectSettled((await listVersions(store(), taskQueueId))[0]?.schemaSha256)
    const late = await renewWorkerType({ ...renewal, store: store() })
    expect(late).toMatchObject({ ok: true, value: { result: 'conflict', version: { number: 2 } } })
    await expectSettled((await listVersions(store(), taskQueueId))[0]?.schemaSha256)
  })
})
