import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { emptyLoop } from '@/lib/base/testing/loopsTaken'
import { createLog } from '@/lib/http/createLog'
import { freePort } from '@/lib/registry/testing/freePort'
import { migrationsFolder } from '@/lib/registry/testing/migrationsFolder'
import { type PostgresServer, startPostgres } from '@/lib/registry/testing/startPostgres'
import { readQueueSettings } from './queueSettings'
import { type ServedQueue, serveQueue } from './serveQueue'

const dataDir = mkdtempSync(join(tmpdir(), 'wtd-serve-'))
const lines: string[] = []
let server: PostgresServer
let queue: ServedQueue

beforeAll(async () => {
  server = await startPostgres()
  const args = ['--database-url', server.url, '--data-dir', dataDir, '--port', String(await freePort())]
  const settings = readQueueSettings([...args, '--stop-seconds', '1'], { PUBLIC_READ: 'false' })
  if (!settings.ok) throw new Error(JSON.stringify(settings.problems))
  const log = createLog('queue', 'info', { write: (line: string) => void lines.push(line) })
  const served = await serveQueue(settings.value, { log, migrationsFolder })
  if (!served.ok) throw new Error(JSON.stringify(served.problems))
  queue = served.value
})
afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true })
})

it('has the same edges as the app, and tells the same of a request', async () => {
  const answer = await fetch(`${queue.url}/api/queue/v1/ping?x=1`)
  expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  expect(answer.headers.get('vary')).toBe('Cookie, Authorization')
  await expect.poll(() => lines.length).toBe(1)
  const requestId = answer.headers.get('x-for-request-id')
  const told = {
    name: 'queue',
    msg: 'answered',
    requestId,
    method: 'GET',
    path: '/api/queue/v1/ping',
    status: answer.status,
  }
  expect(JSON.parse(lines[0] ?? '')).toMatchObject(told)
  const socket = connect(Number(new URL(queue.url).port), '127.0.0.1')
  const heard = once(socket, 'data')
  socket.write('TRACE / HTTP/1.1\r\nHost: a\r\n\r\n')
  expect(String((await heard)[0])).toMatch(/^HTTP\/1\.1 405 /)
})

it('ends soon after it was told to, although a caller sends nothing more and the database hangs', async () => {
  const socket = connect(Number(new URL(queue.url).port), '127.0.0.1').on('error', () => {})
  socket
    .resume()
    .write('PUT /api/queue/v1/task/fN1SbArXTPSVFNUvaOlinQ HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{')
  const closed = once(socket, 'close')
  await once(socket, 'connect')
  server.pause()
  const waiting = fetch(`${queue.url}/health`).then(
    ({ status }) => status,
    () => 0,
  )
  const begun = performance.now()
  await queue.stop()
  expect(performance.now() - begun).toBeLessThan(Math.max(15_000, 300 * emptyLoop()))
  await closed
  expect([0, 503]).toContain(await waiting)
  server.resume()
})
