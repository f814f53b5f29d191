import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, describe, expect, it } from 'vitest'
import { createDraft, readDraft } from '@/lib/registry/drafts'
import { databaseFiles } from '@/lib/registry/testing/databaseFiles'
import { migrationsFolder } from '@/lib/registry/testing/migrationsFolder'
import { olderRelease } from '@/lib/registry/testing/olderRelease'
import { postgresDatabase } from '@/lib/registry/testing/postgresDatabase'
import { appliedMigrations, readMigrations } from './migrations'
import { openStore, openStoreAsItIs, type StorePlace } from './openStore'

const now = new Date('2026-11-20T10:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'wtd-newer-'))
const older = olderRelease(folder)
afterAll(() => rmSync(folder, { recursive: true }))

const open = async (place: StorePlace) => {
  const opened = await openStore(place)
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
  return opened.value
}

describe.each([
  ['embedded database', async () => ({ dataDir: join(folder, 'embedded'), now, ...databaseFiles })],
  [
    'PostgreSQL server',
    async () => ({ dataDir: folder, now, migrationsFolder, databaseUrl: await postgresDatabase() }),
  ],
])('a database of a newer release, %s', (_, placed) => {
  it('is refused by the older one, which changes nothing, and used by the newer one', async () => {
    const place = await placed()
    const first = await open(place)
    await createDraft(first, { id: 'd1', title: 't', document: 'a', author: 'admin', now })
    await first.close()
    for (let attempt = 0; attempt < 2; attempt++) {
      const refused = await openStore({ ...place, migrationsFolder: older })
      expect(refused).toMatchObject({ ok: false, problems: [{ code: 'database-newer' }] })
      expect(refused.problems[0]?.message).toMatch(
        /made by a newer release: its tables have a change that this release/,
      )
      expect(refused.problems[0]?.help).toMatch(/^Start the newer release, or restore a backup/)
    }
    const again = await open(place)
    expect(await readDraft(again, 'd1')).toMatchObject({ document: 'a' })
    const all = readMigrations(migrationsFolder).map(({ when }) => when)
    expect(await appliedMigrations(again.database)).toEqual(all)
    await again.close()
  })

  it('is told by any migration that is not known, also between those that are', async () => {
    const place = await placed()
    const store = await open(place)
    const [first = 0] = await appliedMigrations(store.database)
    const later = [first + 1, first + 2]
    for (const time of later)
      await store.database.execute(
        sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('x', ${time})`,
      )
    await store.close()
    const refused = await openStore(place)
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'database-newer' }] })
    expect(refused.problems[0]?.message).toContain('its tables have 2 changes')
    // a backup of it can still be looked for: whoever reads it as it is compares the releases
    const asItIs = await openStoreAsItIs(place)
    expect(asItIs).toMatchObject({ ok: true })
    if (asItIs.ok) await asItIs.value?.close()
  })
})

it('an older database is brought up to date', async () => {
  const place = { dataDir: join(folder, 'grows'), now, ...databaseFiles, emptyDatabase: join(folder, 'none') }
  await (await open({ ...place, migrationsFolder: older })).close()
  const store = await open(place)
  expect(await appliedMigrations(store.database)).toHaveLength(readMigrations(migrationsFolder).length)
  await store.close()
})
