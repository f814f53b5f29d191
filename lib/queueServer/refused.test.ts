import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openServer } from '@/lib/registry/store/openServer'
import { migrationsFolder } from '@/lib/registry/testing/migrationsFolder'
import { olderRelease } from '@/lib/registry/testing/olderRelease'
import { postgresDatabase } from '@/lib/registry/testing/postgresDatabase'
import { main } from './main'

const folder = mkdtempSync(join(tmpdir(), 'wtd-host-'))
const older = olderRelease(folder)
afterAll(() => rmSync(folder, { recursive: true }))

const newerServer = async () => {
  const databaseUrl = await postgresDatabase()
  await (await openServer(databaseUrl, migrationsFolder)).close()
  return databaseUrl
}
const newer = /^The database at 127\.0\.0\.1:\d+\/test_\d+ was made by a newer release: .* Start the newer release, or/

it.each<[string, () => Promise<string[]>, RegExp]>([
  ['the Queue on a newer database', async () => ['--database-url', await newerServer()], newer],
  [
    'the gate on a newer database',
    async () => ['--upstream', 'http://127.0.0.1:1', '--database-url', await newerServer()],
    newer,
  ],
  [
    'the Queue with a key that was cut short',
    async () => {
      writeFileSync(join(folder, 'seal-key'), 'short')
      return ['--data-dir', folder]
    },
    /^The key in \S+seal-key is damaged: it has 5 characters of at least 64\. Put \S+seal-key back from a copy/,
  ],
])('%s does not start, and says why', async (_, args, words) => {
  let said = ''
  const status = await main({
    args: [...(await args()), '--port', '1', '--log-level', 'silent'],
    env: { PORT: '1' },
    migrationsFolder: older,
    asked: Promise.resolve('SIGTERM'),
    stderr: (text) => {
      said += text
    },
  })
  expect({ status, said }).toEqual({ status: 1, said: expect.stringMatching(words) })
})
