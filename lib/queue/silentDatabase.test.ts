import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { emptyLoop } from '@/lib/base/testing/loopsTaken'
import { openServer } from '@/lib/registry/store/openServer'
import type { Store } from '@/lib/registry/store/store'
import { migrationsFolder } from '@/lib/registry/testing/migrationsFolder'
import { type PostgresServer, startPostgres } from '@/lib/registry/testing/startPostgres'
import { exampleDefinition } from './testing/exampleDefinition'
import { startQueue, type TestAnswer, type TestQueue } from './testing/startQueue'

let server: PostgresServer
let store: Store
let queue: TestQueue

beforeAll(async () => {
  server = await startPostgres()
  store = await openServer(server.url, migrationsFolder)
  queue = await startQueue(store)
  await queue.addClient('admin', ['*'])
})
afterAll(async () => {
  await queue.stop()
  await store.close()
  await server.stop()
})

/** Reads and transactions, more of each than the pool has connections. */
function askMuch(): Promise<TestAnswer[]> {
  const asked = Array.from({ length: 30 }, (_, at) =>
    at % 2 === 0
      ? queue.call('GET', '/api/queue/v1/provisioners', { as: 'admin' })
      : queue.call('PUT', `/api/queue/v1/provisioners/proj/worker-types/native-${at}`, {
          as: 'admin',
          body: { payloadSchema: { type: 'object' } },
        }),
  )
  return Promise.all(asked)
}

const statuses = (answers: TestAnswer[]) => [...new Set(answers.map(({ status }) => status))]

it('a database that hangs is told of within ten seconds, time and again, and works when it goes on', async () => {
  expect(statuses(await askMuch())).toEqual([200])
  server.pause()
  const begun = performance.now()
  for (let round = 0; round < 2; round++) {
    for (const { status, headers, body } of await askMuch()) {
      const told = { status, code: body.code, again: headers['retry-after'] }
      expect(told).toEqual({ status: 503, code: 'ServiceUnavailable', again: '5' })
      expect(body.message).toMatch(/^The database of this server does not answer\./)
    }
  }
  // twice ten seconds, and as much longer as the machine is busy
  expect(performance.now() - begun).toBeLessThan(Math.max(20_000, 400 * emptyLoop()))
  server.resume()
  expect(statuses(await askMuch())).toEqual([200])
})

it('what is under way when it begins to hang is told of within ten seconds', async () => {
  const body = exampleDefinition(queue.clock.now)
  let made = 0
  const create = () => {
    const taskId = `${(made++).toString().padStart(8, '0')}QAC${'A'.repeat(11)}`
    return queue.call('PUT', `/api/queue/v1/task/${taskId}`, { as: 'admin', body })
  }
  expect((await create()).status).toBe(200)
  const underWay = Array.from({ length: 100 }, create)
  await Promise.race(underWay)
  server.pause()
  const begun = performance.now()
  const answers = await Promise.all(underWay)
  expect(performance.now() - begun).toBeLessThan(Math.max(10_000, 200 * emptyLoop()))
  expect(statuses(answers).filter((status) => status !== 200 && status !== 503)).toEqual([])
  expect(statuses(answers)).toContain(503)
  server.resume()
  expect((await create()).status).toBe(200)
})

it('connections that are cut fail what is under way at most', async () => {
  const admin = new Client({ connectionString: server.url })
  await admin.connect()
  const cut = () =>
    admin.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where usename is not null and pid <> pg_backend_pid()',
    )
  for (let round = 0; round < 5; round++) {
    const underWay = askMuch()
    await cut()
    expect(statuses(await underWay).filter((status) => status !== 200 && status !== 503)).toEqual([])
  }
  await admin.end()
  expect(statuses(await askMuch())).toEqual([200])
})
