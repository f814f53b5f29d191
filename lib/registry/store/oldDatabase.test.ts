import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createDraft, readDraft } from '@/lib/registry/drafts'
import { databaseFiles } from '@/lib/registry/testing/databaseFiles'
import { folderState } from '@/lib/registry/testing/folderState'
import { openStore, openStoreAsItIs } from './openStore'
import type { SecretFile } from './secretFiles'

const now = new Date('2026-11-20T10:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'wtd-old-'))
const used = join(folder, 'used')
let dataDir = ''
let count = 0

const place = () => ({ dataDir, now, ...databaseFiles })
const at = (name: string) => join(dataDir, name)
const open = async () => {
  const opened = await openStore(place())
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
  return opened.value
}

beforeAll(async () => {
  dataDir = used
  const store = await open()
  await createDraft(store, { id: 'd1', title: 't', document: 'a', author: 'admin', now })
  await store.close()
})
beforeEach(() => {
  count += 1
  dataDir = join(folder, `${count}`)
  mkdirSync(dataDir, { mode: 0o700 })
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Files as a server makes them once its database is there. */
const addKey = (name: SecretFile = 'seal-key') => writeFileSync(at(name), `${'k'.repeat(64)}\n`, { mode: 0o600 })
const emptyDatabase = () => {
  rmSync(at('database'), { recursive: true })
  mkdirSync(at('database'))
}

describe('a database that was there', () => {
  // only looked at, so a few of its files will do
  beforeEach(() => {
    mkdirSync(at('database/base'), { recursive: true })
    writeFileSync(at('database/PG_VERSION'), '17\n')
    writeFileSync(at('database/base/1'), 'rows')
  })

  it.each<[string, string, () => void]>([
    ['a database without PG_VERSION', 'database-incomplete', () => rmSync(at('database/PG_VERSION'))],
    ['an empty PG_VERSION', 'database-incomplete', () => writeFileSync(at('database/PG_VERSION'), '')],
    [
      'a database without PG_VERSION, and keys',
      'database-incomplete',
      () => {
        addKey()
        rmSync(at('database/PG_VERSION'))
      },
    ],
    [
      'an emptied folder beside keys',
      'database-missing',
      () => {
        addKey()
        emptyDatabase()
      },
    ],
    ...(['seal-key', 'admin-credentials.json', 'admin-credentials.sh', 'sign-in-token'] as const).map(
      (name): [string, string, () => void] => [
        `no folder beside ${name}`,
        'database-missing',
        () => {
          addKey(name)
          rmSync(at('database'), { recursive: true })
        },
      ],
    ),
    [
      'a whole database with keys that is said to be unfinished',
      'database-doubtful',
      () => {
        addKey()
        writeFileSync(at('database.unfinished'), '')
      },
    ],
  ])('is refused and left as it is, twice: %s', async (_, code, damage) => {
    damage()
    const before = folderState(dataDir)
    for (const start of [openStore, openStore, openStoreAsItIs]) {
      const refused = await start(place())
      expect(refused).toMatchObject({ ok: false, problems: [{ code, severity: 'error' }] })
      const [problem] = refused.problems
      expect(problem?.message).toContain(at('database'))
      expect(problem?.message).not.toMatch(/\n|\. /)
      expect(problem?.help).toMatch(/move \S+ away to begin anew/)
      expect(folderState(dataDir)).toEqual(before)
    }
  })
})

describe('a first start', () => {
  beforeEach(() => cpSync(used, dataDir, { recursive: true }))

  const begins = async () => {
    const store = await open()
    expect(await readDraft(store, 'd1')).toBeUndefined()
    await store.close()
    expect(existsSync(at('database.unfinished'))).toBe(false)
  }

  it.each<[string, () => void]>([
    ['before the database was begun', () => rmSync(at('database/PG_VERSION'))],
    ['before the database was whole', () => rmSync(at('database/global'), { recursive: true })],
  ])('that was killed %s begins again', async (_, leave) => {
    writeFileSync(at('database.unfinished'), '')
    leave()
    expect(await openStoreAsItIs(place())).toMatchObject({ ok: true, value: undefined })
    await begins()
  })

  it('takes an empty folder, such as a volume, and leaves files of others alone', async () => {
    emptyDatabase()
    writeFileSync(at('notes.txt'), 'mine')
    await begins()
    expect(existsSync(at('notes.txt'))).toBe(true)
  })

  it('that was killed between the database and the keys goes on', async () => {
    const store = await open()
    expect(await readDraft(store, 'd1')).toMatchObject({ document: 'a' })
    await store.close()
  })
})

describe('the files of a database', () => {
  const readableByOthers = () =>
    Object.entries(folderState(at('database'))).filter(([, state]) => !/^(600|700) /.test(state))

  it('are for their owner alone: new ones, and those of a release that left them open', async () => {
    const first = await open()
    expect(statSync(at('database')).mode & 0o777).toBe(0o700)
    await createDraft(first, { id: 'd2', title: 't', document: 'a'.repeat(100_000), author: 'admin', now })
    await first.close()
    expect(readableByOthers()).toEqual([])
    chmodSync(at('database/PG_VERSION'), 0o644)
    for (const name of ['database/base', 'database']) chmodSync(at(name), 0o755)
    await (await open()).close()
    expect(readableByOthers()).toEqual([])
    expect(statSync(at('database')).mode & 0o777).toBe(0o700)
  })
})
