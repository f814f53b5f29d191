import { expect, it } from 'vitest'
import { openServer } from '../registry/openServer'
import { migrationsFolder } from '../registry/testing/migrationsFolder'
import { startPostgres } from '../registry/testing/startPostgres'
import { expectWhole } from './testing/kill/expectWhole'
import { killRepeatedly } from './testing/kill/killRepeatedly'

it('loses nothing that was acknowledged in 80 kills', { timeout: 900_000 }, async () => {
  const server = await startPostgres()
  const acknowledged = await killRepeatedly(server.url, 80)
  const store = await openServer(server.url, migrationsFolder)
  await expectWhole(store, acknowledged)
  await store.close()
  await server.stop()
  expect(acknowledged.tasks.size).toBeGreaterThan(80)
  expect(acknowledged.versions.length).toBeGreaterThan(3)
})
