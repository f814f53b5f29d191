import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { listAudit } from '@/lib/registry/audit/listAudit'
import { eachStore } from '@/lib/registry/testing/eachStore'
import { type Intent, recordIntent } from './recordIntent'
import { recordOutcome } from './recordOutcome'
import {
  currentVersion,
  listRegisteredWorkerTypes,
  listVersions,
  pendingIntents,
  readVersion,
  readVersionBundle,
} from './versions'

const now = new Date('2026-11-20T10:00:00.123Z')
const intent: Intent = {
  taskQueueId: 'proj/native-1',
  designYaml: 'engine: {name: native}\n',
  baseSchema: { type: 'object', title: 'base' },
  payloadSchema: { type: 'object', enum: ['\u0000', '\ud800'] },
  schemaSha256: 'abc',
  description: 'Native builds',
  expires: new Date('2027-11-20T10:00:00.123Z'),
  rootUrl: 'http://localhost:3000',
  author: 'admin',
  message: 'first',
  now,
}
const acknowledged = { state: 'acknowledged', outcome: 'enforced', queueAnswer: { a: 1 }, who: 'admin', now } as const

eachStore('versions', (store) => {
  it('records an intent with all it needs to be sent again', async () => {
    const recorded = await recordIntent(store(), intent)
    const { now: createdAt, ...content } = intent
    const row = {
      ...content,
      createdAt,
      number: 1,
      state: 'intended',
      outcome: null,
      queueAnswer: null,
      resolvedAt: null,
      acknowledgements: [],
      draftId: null,
      toolVersion: null,
    }
    expect(recorded).toMatchObject({ ok: true, value: { outcome: 'recorded', version: row } })
    expect(await readVersion(store(), 'proj/native-1', 1)).toEqual(row)
    expect(await pendingIntents(store())).toEqual([row])
    expect(await currentVersion(store(), 'proj/native-1')).toBeUndefined()
  })

  it('keeps no secrets that somebody writes into message and reasons', async () => {
    const secret = 'hUnTer2-hUnTer2-hUnTer2'
    const acknowledgements = [
      { id: 'a', effect: 'narrows' as const, path: '/a', sentence: 'a is refused', reason: `accessToken: ${secret}` },
    ]
    await recordIntent(store(), { ...intent, message: `the password=${secret} is new`, acknowledgements })
    const kept = JSON.stringify([await readVersion(store(), 'proj/native-1', 1), await listAudit(store())])
    expect(kept).toContain('the password=[redacted] is new')
    expect(kept).not.toContain(secret)
  })

  it('gives every intent a number of its own, per task queue, also at once', async () => {
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, i) => recordIntent(store(), { ...intent, taskQueueId: `proj/w${i % 2}` })),
    )
    expect(results.every((result) => result.ok)).toBe(true)
    const numbers = (await listVersions(store(), 'proj/w1')).map((version) => version.number)
    expect(numbers).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
  })

  it('has the newest acknowledged version in force', async () => {
    const key = { taskQueueId: 'proj/native-1' }
    for (let number = 1; number <= 3; number++) await recordIntent(store(), intent)
    await recordOutcome(store(), { ...key, number: 1 }, acknowledged)
    await recordOutcome(store(), { ...key, number: 2 }, { ...acknowledged, outcome: 'declared-only' })
    await recordOutcome(store(), { ...key, number: 3 }, { ...acknowledged, state: 'failed', outcome: null })
    expect(await currentVersion(store(), 'proj/native-1')).toMatchObject({ number: 2, outcome: 'declared-only' })
    expect(await pendingIntents(store())).toEqual([])
    expect(await listRegisteredWorkerTypes(store())).toMatchObject([{ taskQueueId: 'proj/native-1', number: 2 }])
  })

  it('keeps the first outcome', async () => {
    await recordIntent(store(), intent)
    const key = { taskQueueId: 'proj/native-1', number: 1 }
    const first = await recordOutcome(store(), key, acknowledged)
    const failed = { ...acknowledged, state: 'failed', outcome: null, now: new Date('2026-12-01') } as const
    expect(await recordOutcome(store(), key, failed)).toEqual(first)
    expect(await recordOutcome(store(), { ...key, number: 2 }, failed)).toBeUndefined()
    expect((await listAudit(store())).map((row) => row.action)).toEqual(['version.acknowledged', 'version.intended'])
  })

  it('tells the second of two admins what is there', async () => {
    const before = await recordIntent(store(), { ...intent, basedOn: 0 })
    expect(before).toMatchObject({ ok: true, value: { outcome: 'recorded' } })
    await recordOutcome(store(), { taskQueueId: 'proj/native-1', number: 1 }, acknowledged)
    const second = await recordIntent(store(), { ...intent, basedOn: 0 })
    expect(second).toMatchObject({ ok: true, value: { outcome: 'conflict', version: { number: 1 } } })
    expect(await listVersions(store(), 'proj/native-1')).toHaveLength(1)
    const third = await recordIntent(store(), { ...intent, basedOn: 1 })
    expect(third).toMatchObject({ ok: true, value: { outcome: 'recorded', version: { number: 2 } } })
  })

  it.each([
    ['an audit row', sql`update audit set who = 'eve'`],
    ['the audit', sql`delete from audit`],
    ['a resolved version', sql`update versions set message = 'other'`],
    ['versions', sql`delete from versions`],
  ])('lets nobody change %s', async (_, statement) => {
    await recordIntent(store(), intent)
    await recordOutcome(store(), { taskQueueId: 'proj/native-1', number: 1 }, acknowledged)
    await expect(store().database.execute(statement)).rejects.toMatchObject({
      cause: { message: expect.stringContaining('are never changed') },
    })
  })

  it('keeps what was acknowledged, the draft and the bundle with the version, for ever', async () => {
    const acknowledgements = [
      {
        id: '/caches#property:removed:1',
        effect: 'narrows' as const,
        path: '/caches',
        sentence: '`caches` is no longer declared.',
        component: 'plugin cache',
        witness: { caches: ['\u0000'] },
        reason: 'nobody uses them',
      },
    ]
    const bundle = { 'tar.gz': Uint8Array.of(0, 1, 254, 255), zip: Uint8Array.of(7) }
    await recordIntent(store(), { ...intent, acknowledgements, draftId: 'draft-1', bundle })
    await recordIntent(store(), intent)
    expect(await readVersion(store(), 'proj/native-1', 1)).toMatchObject({ acknowledgements, draftId: 'draft-1' })
    const first = { taskQueueId: 'proj/native-1', number: 1 }
    expect(await readVersionBundle(store(), first, 'tar.gz')).toEqual(Buffer.from([0, 1, 254, 255]))
    expect(await readVersionBundle(store(), first, 'zip')).toEqual(Buffer.from([7]))
    expect(await readVersionBundle(store(), { ...first, number: 2 }, 'zip')).toBeUndefined()
    const change = store().database.execute(sql`update version_bundles set content = ''`)
    await expect(change).rejects.toMatchObject({ cause: { message: 'rows of version_bundles are never changed' } })
    const audit = await listAudit(store(), { entity: 'task-queue:proj/native-1' })
    expect(audit.map(({ detail }) => detail.acknowledged)).toEqual([
      undefined,
      [{ id: '/caches#property:removed:1', reason: 'nobody uses them' }],
    ])
  })
})
