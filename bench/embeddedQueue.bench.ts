import { type ChildProcess, fork, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import hawk from 'hawk'
import type { JsonObject } from '@/lib/base/json'
import { readRecording } from '@/lib/base/testing/recordings'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import { importConfig } from '@/lib/compose/read/importConfig'
import { startPostgres } from '@/lib/registry/testing/startPostgres'
import { samplePayload } from '@/lib/schema/sample/samplePayload'
import { measure, printTable, type Row, type Timing } from './measure'

const folder = mkdtempSync(join(tmpdir(), 'wtd-queue-bench-'))
const program = fileURLToPath(new URL('embeddedQueueServer.ts', import.meta.url))
// `--postgres` measures the same Queue on a PostgreSQL server
const postgres = process.argv.includes('--postgres') ? await startPostgres() : undefined
const place = postgres?.url ?? join(folder, 'database')
const server: ChildProcess = fork(program, [place], { execArgv: ['--import', 'tsx'] })
const agent = new Agent({ keepAlive: true, maxSockets: 200 })

async function answerOfServer(): Promise<{ url: string; cpu: number }> {
  const [message] = await once(server, 'message')
  return Object(message)
}

const { url } = await answerOfServer()

/** Sends a signed request; the milliseconds until its answer was read, and its status. */
function send(method: string, path: string, body?: string): Promise<{ took: number; status: number }> {
  const { header } = hawk.client.header(`${url}${path}`, method, {
    credentials: { id: 'bench', key: 'x'.repeat(44), algorithm: 'sha256' },
  })
  const start = performance.now()
  return new Promise((done, failed) => {
    const headers = { authorization: header, 'content-type': 'application/json' }
    const outgoing = request(`${url}${path}`, { method, headers, agent }, (response) => {
      response.resume()
      response.on('end', () => done({ took: performance.now() - start, status: response.statusCode ?? 0 }))
    })
    outgoing.on('error', failed)
    outgoing.end(body)
  })
}

const newId = () => Buffer.from(randomUUID().replaceAll('-', ''), 'hex').toString('base64url')

function taskOf(taskQueueId: string, payload: JsonObject): string {
  const created = new Date()
  const deadline = new Date(created.getTime() + 60 * 60_000)
  const metadata = { name: 'bench', description: '', owner: 'bench', source: 'https://example.com/bench' }
  return JSON.stringify({ taskQueueId, created, deadline, payload, metadata })
}

async function create(taskQueueId: string, payload: JsonObject, expected: number): Promise<number> {
  const { took, status } = await send('PUT', `/api/queue/v1/task/${newId()}`, taskOf(taskQueueId, payload))
  if (status !== expected) throw new Error(`createTask answered ${status} instead of ${expected}`)
  return took
}

function timing(times: number[]): Timing {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { median: at(0.5), least: at(0), most: at(1), runs: sorted.length }
}

/** Runs work in so many lanes; how much was done in a second, and the CPU time of the server for each. */
async function load(total: number, lanes: number, work: () => Promise<number>) {
  const times: number[] = []
  server.send('cpu')
  const { cpu: before } = await answerOfServer()
  const start = performance.now()
  let open = total
  const lane = async () => {
    while (open-- > 0) times.push(await work())
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  const seconds = (performance.now() - start) / 1000
  server.send('cpu')
  const { cpu } = await answerOfServer()
  return { times, rate: total / seconds, cpu: (cpu - before) / total }
}

async function declare(workerType: string, payloadSchema: JsonObject): Promise<void> {
  const path = `/api/queue/v1/provisioners/bench/worker-types/${workerType}`
  const { status } = await send('PUT', path, JSON.stringify({ payloadSchema }))
  if (status !== 200) throw new Error(`declareWorkerType answered ${status}`)
}

const GOAL = postgres === undefined ? 400 : 600
try {
  const config = readRecording('taskcluster-worker/accepted/docker-standard.config.yml')
  const catalog = loadCatalog()
  const imported = importConfig(config, { catalog })
  if (!imported.ok) throw new Error('docker-standard cannot be imported')
  const { effectiveSchema } = composeWorkerType(imported.value.design, catalog)
  if (effectiveSchema === undefined) throw new Error('docker-standard has no schema')
  await declare('docker', effectiveSchema)
  await declare('slow', { type: 'object', properties: { a: { type: 'string', pattern: '^(a+)+$' } } })
  const small = Object(samplePayload(effectiveSchema, { size: 'minimal' }))
  const payload: JsonObject = { ...small, env: { FILLER: 'x'.repeat(4000) } }

  const rows: Row[] = []
  const add = (what: string, { times, rate, cpu }: Awaited<ReturnType<typeof load>>, goal: string, met: boolean) =>
    rows.push({
      what,
      timing: timing(times),
      goal,
      met,
      ratio: `${rate.toFixed(0)} a second; ${cpu.toFixed(2)} ms of CPU each`,
    })
  await load(500, 16, () => create('bench/docker', payload, 200))
  const checked = await load(3000, 16, () => create('bench/docker', payload, 200))
  add('createTask, 4 KB payload, docker-standard, 16 at once', checked, `${GOAL} a second`, checked.rate >= GOAL)
  const many = await load(4000, 200, () => create('bench/docker', payload, 200))
  add('the same, 200 at once', many, `${GOAL} a second`, many.rate >= GOAL)
  const free = await load(2000, 16, () => create('bench/free', payload, 200))
  add('16 at once without a schema', free, '', true)
  const refused = await load(1000, 16, () => create('bench/docker', { ...payload, nothing: 1 }, 400))
  add('refused by the schema', refused, '', true)

  const text = 'a'.repeat(10_000)
  let busy = true
  const slow = (async () => {
    const times: number[] = []
    while (busy)
      times.push(
        await create('bench/slow', { a: `${text}${times.length % 2 ? '!' : ''}` }, times.length % 2 ? 400 : 200),
      )
    return times
  })()
  const others = await load(1000, 1, async () => (await send('GET', '/api/queue/v1/task-queues')).took)
  busy = false
  const p99 = others.times.toSorted((a, b) => a - b)[Math.floor(others.times.length * 0.99)] ?? 0
  add(
    `listTaskQueues beside 10,000 a's against ^(a+)+$: 99 % within ${p99.toFixed(1)} ms`,
    others,
    '99 % within 50 ms',
    p99 < 50,
  )
  rows.push({ what: 'those tasks themselves', timing: timing(await slow), goal: '', met: true })
  rows.push({
    what: 'an empty Node process, as a measure of the machine',
    timing: await measure(5, 1, () => spawnSync(process.execPath, ['-e', '0'])),
    goal: '',
    met: true,
  })
  printTable(
    `Queue on ${postgres === undefined ? 'the embedded database' : 'PostgreSQL'} (load ${loadavg()[0]?.toFixed(0)})`,
    rows,
  )
} finally {
  const ended = once(server, 'exit')
  server.kill()
  await ended
  agent.destroy()
  await postgres?.stop()
  rmSync(folder, { recursive: true, force: true })
}
