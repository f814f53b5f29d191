import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { listAudit } from '@/lib/registry/audit/listAudit'
import { eachStore } from '@/lib/registry/testing/eachStore'
import { recordIntent } from '@/lib/registry/versions/recordIntent'
import { recordOutcome } from '@/lib/registry/versions/recordOutcome'
import { listQueueChecks, readQueueCheck, recordQueueCheck } from './queueChecks'
import { recordRenewal, recordRenewalOutcome } from './recordRenewal'
import { listRenewals, pendingRenewals, renewedUntil } from './renewals'
import { listWorkerTypeSettings, readWorkerTypeSettings, saveWorkerTypeSettings } from './workerTypeSettings'

const now = new Date('2026-11-20T10:00:00.123Z')
const taskQueueId = 'proj/native-1'
const expires = new Date('2028-01-01T00:00:00Z')
const renewal = { taskQueueId, number: 1, whole: false, expires, author: 'admin', message: 'longer', now }
const acknowledged = { state: 'acknowledged', queueAnswer: { a: 1 }, who: 'admin', now } as const
const check = { taskQueueId, number: 1, checkedAt: now, report: { state: 'same' } }

eachStore('renewals and checks', (store) => {
  const register = async (number: number) => {
    const content = { designYaml: 'x', baseSchema: null, payloadSchema: {}, schemaSha256: 'x', description: '' }
    await recordIntent(store(), {
      ...{ ...content, taskQueueId, expires, rootUrl: 'http://localhost', author: 'admin', message: '', now },
    })
    const outcome = { state: 'acknowledged', outcome: 'enforced', queueAnswer: null, who: 'admin', now } as const
    await recordOutcome(store(), { taskQueueId, number }, outcome)
  }
  const record = async () => {
    const recorded = await recordRenewal(store(), renewal)
    if (!recorded.ok || recorded.value.outcome === 'conflict') throw new Error('not recorded')
    return recorded.value.renewal
  }
  const actions = async () => (await listAudit(store())).map(({ action }) => action)

  it('are recorded, then resolved once, with the audit', async () => {
    await register(1)
    const recorded = await record()
    const { now: createdAt, ...content } = renewal
    expect(recorded).toMatchObject({ ...content, createdAt, state: 'intended', queueAnswer: null })
    expect(await pendingRenewals(store())).toEqual([recorded])
    expect(await pendingRenewals(store(), 'proj/other')).toEqual([])
    expect(await renewedUntil(store(), taskQueueId, 1)).toBeUndefined()
    const settled = await recordRenewalOutcome(store(), recorded, acknowledged)
    expect(settled).toMatchObject({ state: 'acknowledged', queueAnswer: { a: 1 }, resolvedAt: now })
    expect(await recordRenewalOutcome(store(), recorded, { ...acknowledged, state: 'failed' })).toEqual(settled)
    expect(await listRenewals(store(), taskQueueId)).toEqual([settled])
    expect(await pendingRenewals(store())).toEqual([])
    expect(await renewedUntil(store(), taskQueueId, 1)).toEqual(expires)
    expect((await actions()).slice(0, 2)).toEqual(['renewal.acknowledged', 'renewal.intended'])
  })

  it('are refused where another version is in force, or on its way', async () => {
    await register(1)
    await register(2)
    const late = await recordRenewal(store(), renewal)
    expect(late).toMatchObject({ ok: true, value: { outcome: 'conflict', version: { number: 2 } } })
    expect(await listRenewals(store(), taskQueueId)).toEqual([])
    const long = await recordRenewal(store(), { ...renewal, number: 2, message: 'x'.repeat(100_001) })
    expect(long).toMatchObject({ ok: false, problems: [{ code: 'text-too-large' }] })
  })

  it.each([
    ['a resolved renewal', sql`update renewals set author = 'eve'`],
    ['renewals', sql`delete from renewals`],
  ])('lets nobody change %s', async (_, statement) => {
    await register(1)
    await recordRenewalOutcome(store(), await record(), acknowledged)
    await expect(store().database.execute(statement)).rejects.toMatchObject({
      cause: { message: expect.stringContaining('are never changed') },
    })
  })

  it('keeps the newest check, and tells the audit of what is new', async () => {
    expect(await readQueueCheck(store(), taskQueueId)).toBeUndefined()
    await recordQueueCheck(store(), check, 'a')
    await recordQueueCheck(store(), { ...check, checkedAt: new Date(now.getTime() + 1) }, 'a')
    const newest = { ...check, checkedAt: new Date(now.getTime() + 2), report: { state: 'changed', x: '\u0000' } }
    await recordQueueCheck(store(), newest, 'a')
    await recordQueueCheck(store(), check, 'late')
    expect(await readQueueCheck(store(), taskQueueId)).toEqual(newest)
    expect(await listQueueChecks(store(), [taskQueueId, 'proj/other'])).toEqual([newest])
    expect(await listQueueChecks(store(), [])).toEqual([])
    const audited = await listAudit(store())
    expect(audited.map(({ who, detail }) => [who, detail.state])).toEqual([
      ['a', 'changed'],
      ['a', 'same'],
    ])
  })

  it('keeps what admins decide, with who and when', async () => {
    expect(await readWorkerTypeSettings(store(), taskQueueId)).toBeUndefined()
    const settings = { taskQueueId, automaticRenewal: true, changedBy: 'admin', changedAt: now }
    await saveWorkerTypeSettings(store(), settings)
    await saveWorkerTypeSettings(store(), { ...settings, automaticRenewal: false, changedBy: 'eve' })
    const kept = { ...settings, automaticRenewal: false, changedBy: 'eve' }
    expect(await readWorkerTypeSettings(store(), taskQueueId)).toEqual(kept)
    expect(await listWorkerTypeSettings(store(), [taskQueueId])).toEqual([kept])
    expect(await actions()).toEqual(['worker-type-settings.saved', 'worker-type-settings.saved'])
  })
})
