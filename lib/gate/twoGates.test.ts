import { connect, createServer, type Socket } from 'node:net'
import { createClient } from 'taskcluster-client'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { isJsonObject } from '@/lib/base/json'
import { emptyLoop } from '@/lib/base/testing/loopsTaken'
import { exampleDefinition } from '@/lib/queue/testing/exampleDefinition'
import { startQueue, type TestQueue } from '@/lib/queue/testing/startQueue'
import type { Store } from '@/lib/registry/store/store'
import { freePort } from '@/lib/registry/testing/freePort'
import { migrationsFolder } from '@/lib/registry/testing/migrationsFolder'
import { postgresDatabase } from '@/lib/registry/testing/postgresDatabase'
import { type PostgresServer, startPostgres } from '@/lib/registry/testing/startPostgres'
import { testStore } from '@/lib/registry/testing/testStore'
import type { WhenUnknown } from './exchange'
import { startTestGate, type TestGate } from './testing/startTestGate'

const ids = ['fN1SbArXTPSVFNUvaOlinQ', 'A6qE1e4cQpSnBo7n6Ovyag', 'B-_E1e4cQpSnBo7n6Ovyag'] as const
const gates: TestGate[] = []
const refusedBy = async (gate: TestGate | undefined) => {
  const decision = await gate?.schemas.find('proj/native-1', new Date())?.decide({ a: 1 })
  return decision !== undefined && decision.violations.length > 0
}
let upstreamStore: Store
let upstream: TestQueue
let credentials: { clientId: string; accessToken: string }
let server: PostgresServer | undefined

beforeAll(async () => {
  upstreamStore = await testStore()
  upstream = await startQueue(upstreamStore)
  credentials = await upstream.addClient('admin', ['*'])
})

afterEach(async () => {
  for (const gate of gates.splice(0)) await gate.stop()
  await server?.stop()
  server = undefined
})

afterAll(async () => {
  await upstream.stop()
  await upstreamStore.close()
})

async function startGates(databaseUrl: string, count: number, settings: { whenUnknown?: WhenUnknown } = {}) {
  const blind = settings.whenUnknown !== undefined
  for (let i = 0; i < count; i++) {
    const database = { databaseUrl, migrationsFolder }
    gates.push(await startTestGate({ upstream: upstream.url, ...settings }, database, { blind }))
  }
}

async function queueAt(gate: TestGate | undefined) {
  const rootUrl = gate?.url ?? ''
  const reference: unknown = await (await fetch(`${rootUrl}/references/queue/v1/api.json`)).json()
  return new (createClient(isJsonObject(reference) ? reference : {}))({ rootUrl, credentials, retries: 0 })
}

const schema = (maxProperties: number) => ({ payloadSchema: { type: 'object', maxProperties } })
const task = () => exampleDefinition(new Date())

it('enforces through one gate what was registered through another, within a second', async () => {
  await startGates(await postgresDatabase(), 2)
  const [one, other] = [await queueAt(gates[0]), await queueAt(gates[1])]
  // both take it before there is a schema
  await one.createTask?.(ids[0], task())
  const delays: number[] = []
  const idle = emptyLoop()
  for (let round = 0; round < 3; round++) {
    await one.declareWorkerType?.('proj', 'native-1', schema(0))
    const start = performance.now()
    await expect(one.createTask?.(ids[1], task())).rejects.toMatchObject({ code: 'InputValidationError' })
    await expect.poll(() => refusedBy(gates[1]), { interval: 5 }).toBe(true)
    delays.push(performance.now() - start)
    await expect(other.createTask?.(ids[1], task())).rejects.toMatchObject({ code: 'InputValidationError' })
    await other.declareWorkerType?.('proj', 'native-1', schema(9))
    await expect.poll(() => refusedBy(gates[0]), { interval: 5 }).toBe(false)
  }
  // what a second is where nothing else runs; beside others, loops tell how much longer it is
  expect(Math.max(...delays)).toBeLessThan(Math.max(1000, 60 * Math.max(idle, emptyLoop())))
  await other.createTask?.(ids[1], task())
})

it('keeps the last known schemas in force when the database is killed, and says so', async () => {
  server = await startPostgres()
  await startGates(server.url, 1)
  const [gate] = gates
  const queue = await queueAt(gate)
  await queue.declareWorkerType?.('proj', 'native-1', schema(0))
  await server.stop()
  server = undefined
  const health = async () => {
    const answer = await fetch(`${gate?.url}/health`)
    return { status: answer.status, ...Object(await answer.json()) }
  }
  await expect.poll(health).toMatchObject({ status: 'degraded', database: { state: 'lost' } })
  await expect(queue.createTask?.(ids[2], task())).rejects.toMatchObject({ code: 'InputValidationError' })
  await queue.createTask?.(ids[2], exampleDefinition(new Date(), { payload: {} }))
  await expect(queue.declareWorkerType?.('proj', 'native-1', schema(1))).rejects.toMatchObject({ statusCode: 503 })
  await expect(queue.createTask?.(ids[2], task())).rejects.toMatchObject({ code: 'InputValidationError' })
  expect(gate?.lines.join('')).toContain('the database is lost')
})

it('finds a database again that was out of reach', async () => {
  server = await startPostgres()
  const { port } = new URL(server.url)
  const line = await openLine(Number(port))
  await startGates(server.url.replace(`:${port}/`, `:${line.port}/`), 1)
  const [gate] = gates
  const queue = await queueAt(gate)
  await queue.declareWorkerType?.('proj', 'native-1', schema(0))
  const state = async () => {
    const health: unknown = await (await fetch(`${gate?.url}/health`)).json()
    return isJsonObject(health) && isJsonObject(health.database) ? health.database.state : undefined
  }
  await line.cut()
  await expect.poll(state).toBe('lost')
  await line.mend()
  await expect.poll(state).toBe('read')
  await queue.declareWorkerType?.('proj', 'native-1', schema(9))
  await line.cut()
})

/** A connection to a port that can be cut and mended. */
async function openLine(port: number) {
  const ends = new Set<Socket>()
  const relay = createServer((near) => {
    const far = connect(port, '127.0.0.1')
    for (const end of [near, far]) {
      ends.add(end)
      end.on('error', () => {}).on('close', () => ends.delete(end))
    }
    near.pipe(far).pipe(near)
  })
  const at = await freePort()
  const mend = () => new Promise<void>((resolve) => relay.listen(at, '127.0.0.1', resolve))
  const cut = () =>
    new Promise<void>((resolve) => {
      relay.close(() => resolve())
      for (const end of ends) end.destroy()
    })
  await mend()
  return { port: at, cut, mend }
}

it.each(['pass', 'refuse'] as const)('lets tasks %s when no database was ever seen', async (whenUnknown) => {
  await startGates(`postgres://postgres@127.0.0.1:${await freePort()}/postgres`, 1, { whenUnknown })
  const [gate] = gates
  const taken = exampleDefinition(new Date(), { taskQueueId: `proj/${whenUnknown}` })
  const taskId = whenUnknown === 'pass' ? 'C-_E1e4cQpSnBo7n6Ovyag' : 'D-_E1e4cQpSnBo7n6Ovyag'
  const queue = await queueAt(gate)
  const creating = queue.createTask?.(taskId, taken)
  if (whenUnknown === 'pass') await creating
  else await expect(creating).rejects.toMatchObject({ statusCode: 503, code: 'ServiceUnavailable' })
  expect((await fetch(`${gate?.url}/health`)).status).toBe(whenUnknown === 'pass' ? 200 : 503)
  expect(gate?.lines.join('')).toContain(whenUnknown === 'pass' ? 'UNCHECKED' : 'cannot be checked')
  expect(await gate?.metrics.registry.metrics()).toContain('queue_unchecked_tasks_total 1')
  await expect(queue.declareWorkerType?.('proj', 'native-1', schema(1))).rejects.toMatchObject({ statusCode: 503 })
})
