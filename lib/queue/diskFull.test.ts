import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Registry } from 'prom-client'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { createLog } from '@/lib/http/createLog'
import { openEmbedded } from '@/lib/registry/store/openEmbedded'
import type { Store } from '@/lib/registry/store/store'
import { CountingDisk } from '@/lib/registry/testing/countingDisk'
import { databaseFiles } from '@/lib/registry/testing/databaseFiles'
import { healthAnswer, tellDisk, withDisk } from './operations/health'
import { addDiskMetrics } from './operations/queueMetrics'
import { exampleDefinition } from './testing/exampleDefinition'
import { startQueue, type TestQueue } from './testing/startQueue'

const megabyte = 1024 * 1024
const folder = mkdtempSync(join(tmpdir(), 'wtd-full-'))
const disk = new CountingDisk()
let store: Store
let queue: TestQueue

beforeAll(async () => {
  store = await openEmbedded(join(folder, 'database'), databaseFiles, disk)
  queue = await startQueue(store)
  await queue.addClient('admin', ['*'])
  await queue.addClient('nobody', [])
})
afterAll(async () => {
  await queue.stop()
  await store.close()
  rmSync(folder, { recursive: true })
})
afterEach(() => expect(queue.failures).toEqual([]))

const path = (taskId: string) => `/api/queue/v1/task/${taskId}`
const create = (taskId: string, as = 'admin') =>
  queue.call('PUT', path(taskId), { as, body: exampleDefinition(queue.clock.now) })

it('answers 503 to what cannot be kept while the disk is full, and everything else as ever', async () => {
  expect((await create('aN1SbArXTPSVFNUvaOlinQ')).status).toBe(200)
  disk.free = megabyte
  const refused = await create('bN1SbArXTPSVFNUvaOlinQ')
  expect(refused.status).toBe(503)
  expect(refused.headers['retry-after']).toBe('30')
  expect(refused.body).toMatchObject({
    code: 'ServiceUnavailable',
    message: expect.stringMatching(
      /^The disk of this server is full: nothing can be saved until there is room on it\./,
    ),
    requestInfo: { method: 'createTask' },
  })
  expect((await create('bN1SbArXTPSVFNUvaOlinQ', 'nobody')).status).toBe(403)
  expect((await queue.call('GET', path('aN1SbArXTPSVFNUvaOlinQ'), { as: 'admin' })).status).toBe(200)
  expect((await queue.call('GET', path('bN1SbArXTPSVFNUvaOlinQ'), { as: 'admin' })).status).toBe(404)
  disk.free = 300 * megabyte
  expect((await create('bN1SbArXTPSVFNUvaOlinQ')).status).toBe(200)
})

it('tells its owner before and when the disk is full, by health, metrics and log', async () => {
  const lines: string[] = []
  const { disk: known } = store
  if (known === undefined) throw new Error('an embedded database knows its disk')
  tellDisk(known, createLog('queue', 'info', { write: (line: string) => void lines.push(JSON.parse(line).msg) }))
  const registry = new Registry()
  addDiskMetrics(registry, known)
  const health = () => healthAnswer(withDisk({ serving: true, degraded: false, detail: {} }, known), false)
  expect(health()).toEqual({
    statusCode: 200,
    body: { status: 'ok', disk: { room: 'enough', freeBytes: 300 * megabyte } },
  })
  disk.free = 30 * megabyte
  expect((await create('cN1SbArXTPSVFNUvaOlinQ')).status).toBe(200)
  expect(health()).toMatchObject({ statusCode: 200, body: { status: 'degraded', disk: { room: 'little' } } })
  disk.free = 0
  expect((await create('dN1SbArXTPSVFNUvaOlinQ')).status).toBe(503)
  expect(health()).toMatchObject({ statusCode: 200, body: { status: 'degraded', disk: { room: 'none' } } })
  const metrics = await registry.metrics()
  expect(metrics).toContain('queue_disk_free_bytes 0\n')
  expect(metrics).toContain('queue_database_writable 0\n')
  disk.free = 300 * megabyte
  expect((await create('dN1SbArXTPSVFNUvaOlinQ')).status).toBe(200)
  expect(lines).toEqual([
    expect.stringContaining('almost full'),
    expect.stringContaining('is full'),
    expect.stringContaining('there is room'),
  ])
})
