import { expect, it } from 'vitest'
import { deepRuns } from '@/lib/base/testing/deepRuns'
import { openServer } from '@/lib/registry/store/openServer'
import { migrationsFolder } from '@/lib/registry/testing/migrationsFolder'
import { postgresDatabase } from '@/lib/registry/testing/postgresDatabase'
import { expectWhole } from './testing/kill/expectWhole'
import { killRepeatedly } from './testing/kill/killRepeatedly'

const kills = deepRuns(80)

it(`loses nothing that was acknowledged in ${kills} kills`, { timeout: 900_000 }, async () => {
  const url = await postgresDatabase()
  const acknowledged = await killRepeatedly(url, kills)
  const store = await openServer(url, migrationsFolder)
  await expectWhole(store, acknowledged)
  await store.close()
  expect(acknowledged.tasks.size).toBeGreaterThan(kills)
  expect(acknowledged.versions.length).toBeGreaterThanOrEqual(Math.floor(kills / 4))
})
