import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { clients } from '@/lib/registry/tables/serverTables'
import { freePort } from '@/lib/registry/testing/freePort'
import { testStore } from '@/lib/registry/testing/testStore'
import { createQueueHandler } from './createQueueHandler'
import { queueSuite } from './testing/queueSuite'
import { serveHttp } from './testing/serveHttp'

queueSuite('the embedded Queue', async () => {
  const store = await testStore()
  const port = await freePort()
  const rootUrl = `http://127.0.0.1:${port}`
  const failures: unknown[] = []
  const handler = createQueueHandler({
    store,
    rootUrl,
    now: () => new Date(),
    version: '1.2.3',
    randomId: randomUUID,
    onFailure: (error) => failures.push(error),
  })
  const host = await serveHttp(handler, { host: '127.0.0.1', port })
  return {
    rootUrl,
    async addClient({ expires = new Date('2999-01-01'), disabled = false, ...client }) {
      await store.database
        .insert(clients)
        .values({ ...client, expires, disabled, description: '', createdAt: new Date() })
    },
    async stop() {
      await host.close()
      await store.close()
      expect(failures).toEqual([])
    },
  }
})
