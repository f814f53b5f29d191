import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { databaseFiles } from '@/lib/registry/testing/databaseFiles'
import { folderState } from '@/lib/registry/testing/folderState'
import { migrationsFolder } from '@/lib/registry/testing/migrationsFolder'
import { postgresDatabase } from '@/lib/registry/testing/postgresDatabase'
import { openServerStore, type ServerPlace } from './openServerStore'

const now = new Date('2026-11-20T10:00:00Z')
const rootUrl = 'http://localhost:3000'
const random = (bytes: number) => randomBytes(bytes).toString('base64url')
const folder = mkdtempSync(join(tmpdir(), 'wtd-server-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Opens and closes, as a start and a stop do. */
async function start(place: ServerPlace) {
  const opened = await openServerStore(place)
  if (opened.ok) await opened.value.close()
  return opened.ok ? 'started' : opened.problems
}

describe.each([
  ['embedded database', async (dataDir: string) => ({ dataDir, ...databaseFiles })],
  [
    'PostgreSQL server',
    async (dataDir: string) => ({ dataDir, migrationsFolder, databaseUrl: await postgresDatabase() }),
  ],
])('openServerStore, %s', (kind, placed) => {
  const dataDir = join(folder, kind)
  const key = join(dataDir, 'seal-key')
  const credentials = join(dataDir, 'admin-credentials.json')

  it('makes key and client once, and no key for what another one has sealed', async () => {
    const place = { ...(await placed(dataDir)), rootUrl, random, now }
    expect(await start(place)).toBe('started')
    const [made, admin] = [readFileSync(key, 'utf8'), readFileSync(credentials, 'utf8')]

    // cut short, it is refused before the database is opened
    writeFileSync(key, made.slice(0, 20))
    const before = folderState(dataDir)
    expect(await start(place)).toMatchObject([{ code: 'key-file-damaged', help: expect.stringContaining('SEAL_KEY') }])
    expect(folderState(dataDir)).toEqual(before)

    rmSync(key)
    expect(await start(place)).toMatchObject([{ code: 'seal-key-missing' }])
    expect(existsSync(key)).toBe(false)

    writeFileSync(key, `${random(48)}\n`)
    expect(await start(place)).toMatchObject([{ code: 'seal-key-wrong', help: expect.stringContaining('wtd export') }])
    expect(readFileSync(credentials, 'utf8')).toBe(admin)

    rmSync(key)
    expect(await start({ ...place, sealKey: made.trim() })).toBe('started')
    writeFileSync(key, made)

    // comes from the database, so there is nothing to lose
    writeFileSync(credentials, admin.slice(0, 30))
    expect(await start(place)).toBe('started')
    expect(readFileSync(credentials, 'utf8')).toBe(admin)
  })
})

it('does not begin anew where a PostgreSQL server was used before, until the directory is another', async () => {
  const place = { dataDir: join(folder, 'moved'), ...databaseFiles, rootUrl, random, now }
  expect(await start({ ...place, databaseUrl: await postgresDatabase() })).toBe('started')
  const before = folderState(place.dataDir)
  expect(await start(place)).toMatchObject([
    { code: 'database-missing', help: expect.stringContaining('DATABASE_URL') },
  ])
  expect(folderState(place.dataDir)).toEqual(before)
  expect(await start({ ...place, dataDir: join(folder, 'new') })).toBe('started')
})
