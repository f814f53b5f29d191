import { randomUUID } from 'node:crypto'
import { createQueueHandler } from '@/lib/queue/createQueueHandler'
import { serveHttp } from '@/lib/queue/testing/serveHttp'
import { openEmbedded } from '@/lib/registry/store/openEmbedded'
import { openServer } from '@/lib/registry/store/openServer'
import { clients } from '@/lib/registry/tables/serverTables'
import { databaseFiles } from '@/lib/registry/testing/databaseFiles'

/** The Queue in a process of its own, for the bench: tells its address, and the CPU time that it took when it is asked. */
async function serve(place: string): Promise<void> {
  const store = place.includes('://')
    ? await openServer(place, databaseFiles.migrationsFolder)
    : await openEmbedded(place, databaseFiles)
  const client = { clientId: 'bench', accessToken: 'x'.repeat(44), scopes: ['*'], description: '', disabled: false }
  await store.database.insert(clients).values({ ...client, expires: new Date('2999-01-01'), createdAt: new Date() })
  const options = { store, rootUrl: 'http://127.0.0.1', now: () => new Date(), version: '0', randomId: randomUUID }
  const host = await serveHttp(createQueueHandler(options), { host: '127.0.0.1', port: 0 })
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    process.send?.({ cpu: (user + system) / 1000, memory: process.memoryUsage().rss })
  })
  process.send?.({ url: host.url })
}

serve(process.argv[2] ?? '')
