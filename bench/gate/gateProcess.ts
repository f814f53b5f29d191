import { startGate } from '@/lib/gate/startGate'
import { createLog } from '@/lib/http/createLog'
import { listen } from '@/lib/http/listen'
import { declareTaskQueue } from '@/lib/queue/taskQueues/declareTaskQueue'
import { openEmbedded } from '@/lib/registry/store/openEmbedded'
import { databaseFiles } from '@/lib/registry/testing/databaseFiles'

// The gate in a process of its own, with the schemas that the parent sends. Asked, it says what memory (bytes) and processor (microseconds) it has used.
process.once('message', async (schemas: Record<string, object>) => {
  const store = await openEmbedded(undefined, databaseFiles)
  for (const [taskQueueId, schema] of Object.entries(schemas)) {
    const payloadSchema = JSON.parse(JSON.stringify(schema))
    const expires = new Date(Date.now() + 24 * 60 * 60 * 1000)
    await declareTaskQueue(store, { taskQueueId, payloadSchema, expires, who: 'bench', now: new Date() })
  }
  const log = createLog('queue', 'error')
  const gate = startGate({ upstream: process.argv[2] ?? '', version: '0', log }, { store })
  const host = await listen(gate.listener, { host: '127.0.0.1', port: 0 }, { log, isFollowed: false })
  await gate.schemas.read(store.database, new Date())
  process.on('message', (wish) => {
    if (wish === 'memory') globalThis.gc?.()
    const { user, system } = process.cpuUsage()
    process.send?.({ memory: process.memoryUsage().rss, heap: process.memoryUsage().heapUsed, cpu: user + system })
  })
  process.send?.({ port: Number(new URL(host.url).port) })
})
