import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { deepRuns } from '@/lib/base/testing/deepRuns'
import { openEmbedded } from '@/lib/registry/store/openEmbedded'
import { databaseFiles } from '@/lib/registry/testing/databaseFiles'
import { expectWhole } from './testing/kill/expectWhole'
import { killRepeatedly } from './testing/kill/killRepeatedly'

const kills = deepRuns(20, 0.2)

// Eighty more on a PostgreSQL server, which starts faster.
it(`loses nothing that was acknowledged in ${kills} kills`, { timeout: 900_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wtd-kills-'))
  const acknowledged = await killRepeatedly(join(folder, 'database'), kills)
  const store = await openEmbedded(join(folder, 'database'), databaseFiles)
  await expectWhole(store, acknowledged)
  await store.close()
  rmSync(folder, { recursive: true })
  expect(acknowledged.tasks.size).toBeGreaterThan(kills)
  expect(acknowledged.versions.length).toBeGreaterThanOrEqual(Math.floor(kills / 4))
})
