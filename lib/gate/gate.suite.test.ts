import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { createQueueHandler } from '@/lib/queue/createQueueHandler'
import { queueSuite } from '@/lib/queue/testing/queueSuite'
import { serveHttp } from '@/lib/queue/testing/serveHttp'
import { clients } from '@/lib/registry/tables/serverTables'
import { freePort } from '@/lib/registry/testing/freePort'
import { testStore } from '@/lib/registry/testing/testStore'
import { startTestGate } from './testing/startTestGate'

/** The deployment has the address of the gate, as it would have behind a real one; only the gate knows where the Queue itself is. */
queueSuite('the gate in front of a Queue', async () => {
  const [upstreamStore, store] = [await testStore(), await testStore()]
  const port = await freePort()
  const rootUrl = `http://127.0.0.1:${port}`
  const failures: unknown[] = []
  const handler = createQueueHandler({
    store: upstreamStore,
    rootUrl,
    now: () => new Date(),
    version: '1.2.3',
    randomId: randomUUID,
    onFailure: (error) => failures.push(error),
  })
  const upstream = await serveHttp(handler, { host: '127.0.0.1', port: 0 })
  const gate = await startTestGate({ upstream: upstream.url, rootUrl }, { store }, { port })
  return {
    rootUrl,
    async addClient({ expires = new Date('2999-01-01'), disabled = false, ...client }) {
      await upstreamStore.database
        .insert(clients)
        .values({ ...client, expires, disabled, description: '', createdAt: new Date() })
    },
    async stop() {
      await gate.stop()
      await upstream.close()
      await Promise.all([store.close(), upstreamStore.close()])
      expect(failures).toEqual([])
      expect(gate.lines.filter((line) => JSON.parse(line).level >= 50)).toEqual([])
    },
  }
})
