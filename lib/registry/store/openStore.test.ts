import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Result } from '@/lib/base/problem'
import { createDraft, readDraft } from '@/lib/registry/drafts'
import { migrationsFolder } from '@/lib/registry/testing/migrationsFolder'
import { postgresDatabase } from '@/lib/registry/testing/postgresDatabase'
import { openStore } from './openStore'
import type { Store } from './store'

const now = new Date('2026-11-20T10:00:00Z')
const draft = { id: 'd1', title: 't', document: 'a', author: 'admin', now }
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wtd-store-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('openStore, embedded', () => {
  const place = () => ({ dataDir: join(folder, 'a/b'), now, migrationsFolder })

  it('makes a directory for its owner alone, lets one in at a time, and finds everything again', async () => {
    const first = opened(await openStore(place()))
    expect(statSync(join(folder, 'a/b')).mode & 0o777).toBe(0o700)
    await createDraft(first, draft)
    expect(await openStore(place())).toMatchObject({ ok: false, problems: [{ code: 'data-directory-in-use' }] })
    await first.close()
    const second = opened(await openStore(place()))
    expect(await readDraft(second, 'd1')).toMatchObject({ document: 'a' })
    await second.close()
  })

  it('makes a database itself where no archive was built', async () => {
    const store = opened(await openStore({ ...place(), emptyDatabase: join(folder, 'none.tar.gz') }))
    await createDraft(store, draft)
    expect(await readDraft(store, 'd1')).toMatchObject({ document: 'a' })
    await store.close()
  })

  it('has a problem, and no lock, where the directory or the database is none', async () => {
    writeFileSync(join(folder, 'file'), '')
    const noFolder = await openStore({ ...place(), dataDir: join(folder, 'file') })
    expect(noFolder).toMatchObject({ ok: false, problems: [{ code: 'data-directory-unusable' }] })
    writeFileSync(join(folder, 'database'), 'no database')
    for (let attempt = 0; attempt < 2; attempt++) {
      const noDatabase = await openStore({ ...place(), dataDir: folder })
      expect(noDatabase).toMatchObject({ ok: false, problems: [{ code: 'database-unusable' }] })
    }
  })
})

describe('openStore, server', () => {
  it('brings an empty server up to date once, whoever starts at the same time', async () => {
    const databaseUrl = await postgresDatabase()
    const places = Array.from({ length: 4 }, (_, i) => ({
      databaseUrl,
      dataDir: join(folder, `${i}`),
      now,
      migrationsFolder,
    }))
    const stores = (await Promise.all(places.map(openStore))).map(opened)
    await createDraft(stores[0] ?? fail(), draft)
    expect(await readDraft(stores[3] ?? fail(), 'd1')).toMatchObject({ document: 'a' })
    expect(stores[0]?.place).toMatch(/^127\.0\.0\.1:\d+\/test_\d+$/)
    await Promise.all(stores.map((store) => store.close()))
  })

  it('has a problem where nobody answers', async () => {
    const nobody = { databaseUrl: 'postgres://user:secret@127.0.0.1:1/none', dataDir: folder, now, migrationsFolder }
    const result = await openStore(nobody)
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'database-unusable', help: 'Check DATABASE_URL.' }] })
    expect(JSON.stringify(result)).not.toContain('secret')
  })
})

function opened(result: Result<Store>): Store {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

function fail(): never {
  throw new Error('no store')
}
