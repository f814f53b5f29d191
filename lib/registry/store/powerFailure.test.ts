import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { deepRuns } from '@/lib/base/testing/deepRuns'
import { randomNumbers } from '@/lib/base/testing/randomNumbers'
import { listAudit } from '@/lib/registry/audit/listAudit'
import { createDraft, listDrafts, saveDraft } from '@/lib/registry/drafts'
import { CountingDisk } from '@/lib/registry/testing/countingDisk'
import { databaseFiles } from '@/lib/registry/testing/databaseFiles'
import { ForgetfulDisk, type Left } from '@/lib/registry/testing/forgetfulDisk'
import { openEmbedded } from './openEmbedded'
import type { Store } from './store'

const now = new Date('2026-11-20T10:00:00Z')
const limit = 10_000
const random = randomNumbers(Number(process.env.TEST_SEED))
const failures = deepRuns(40, 0.1)
const changes = 120
/** writes and syncs of that many changes, at the least */
const expectedEvents = 800

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wtd-power-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Several people save drafts at once, large ones too, until so many were acknowledged, which are told one by one. */
async function work(store: Store, count: number, acknowledge: (id: string) => void): Promise<void> {
  let open = count
  const lane = async () => {
    while (open-- > 0) {
      const id = `draft ${open}`
      const text = { title: id, document: randomBytes(open % 10 === 0 ? 400_000 : 2000).toString('hex') }
      await createDraft(store, { id, ...text, author: 'admin', now })
      acknowledge(id)
      if (open % 5 === 0)
        await saveDraft(store, id, { ...text, title: 'again', expectedRevision: 1, author: 'admin', now })
      if (open % 60 === 0) await store.database.execute(sql`checkpoint`)
    }
  }
  await Promise.all(Array.from({ length: 8 }, lane))
}

async function found(place: string): Promise<string[]> {
  const store = await openEmbedded(place, databaseFiles, new CountingDisk())
  const ids = (await listDrafts(store, { limit })).map(({ id }) => id)
  const created = (await listAudit(store, { limit })).filter(({ action }) => action === 'draft.created')
  const audited = created.map(({ entity }) => entity.slice('draft:'.length))
  await store.close()
  expect(audited.sort()).toEqual(ids.sort())
  return ids
}

it(`loses nothing that was acknowledged in ${failures} power failures, and has nothing half`, {
  timeout: 900_000,
}, async () => {
  const place = join(folder, 'database')
  const disk = new ForgetfulDisk(place)
  const store = await openEmbedded(place, databaseFiles, disk)
  const acknowledged: string[] = []
  const left: { into: string; acknowledged: string[] }[] = []
  const lefts: Left[] = ['nothing', 'some', 'all']
  let next = 1
  let events = 0
  disk.onEvent = () => {
    if (++events < next || left.length === failures) return
    next = events + Math.ceil(random() * ((2 * expectedEvents) / failures))
    const into = join(folder, `failure ${left.length}`)
    disk.powerFailure(into, lefts[left.length % lefts.length] ?? 'nothing', random)
    left.push({ into, acknowledged: [...acknowledged] })
  }
  await work(store, changes, (id) => acknowledged.push(id))
  disk.onEvent = () => {}
  await store.close()
  expect(left).toHaveLength(failures)
  for (const failure of left) {
    expect(await found(failure.into)).toEqual(expect.arrayContaining(failure.acknowledged))
    rmSync(failure.into, { recursive: true })
  }
})

it('would lose what a disk has not synced', async () => {
  const place = join(folder, 'database')
  const disk = new ForgetfulDisk(place)
  const store = await openEmbedded(place, databaseFiles, disk)
  await work(store, 20, () => {})
  const later = disk.syncFileLater
  disk.syncFileLater = async () => {}
  await createDraft(store, { id: 'unsynced', title: 't', document: 'a', author: 'admin', now })
  disk.powerFailure(join(folder, 'failure'), 'nothing', random)
  disk.syncFileLater = later
  await store.close()
  const ids = await found(join(folder, 'failure'))
  expect(ids).toHaveLength(20)
  expect(ids).not.toContain('unsynced')
})
