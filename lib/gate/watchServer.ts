import { drizzle } from 'drizzle-orm/node-postgres'
import { Client } from 'pg'
import { changesChannel } from '@/lib/queue/taskQueues/declareTaskQueue'
import { type SchemaWatch, type WatchOptions, type WatchSession, watchLoop } from './schemaWatch'

const patience = 5000

/**
 * Watches a PostgreSQL server on a connection of its own: it is told of changes by LISTEN, and looks about every second besides, since a
 * pooler may swallow what is told. `prepare` runs after each connect and before the first read: it makes the tables.
 */
export function watchServer(
  databaseUrl: string,
  options: WatchOptions & { prepare: () => Promise<void> },
): SchemaWatch {
  const { schemas, now, prepare } = options
  const session = async ({ seen, wait, wake }: WatchSession) => {
    const client = new Client({
      connectionString: databaseUrl,
      connectionTimeoutMillis: patience,
      query_timeout: patience,
      keepAlive: true,
    })
    let failure: Error | undefined
    const lose = (error: Error) => {
      failure ??= error
      wake()
    }
    client.on('error', lose)
    client.on('end', () => lose(new Error('the connection ended')))
    client.on('notification', wake)
    try {
      await client.connect()
      await prepare()
      await client.query(`listen ${changesChannel}`)
      const database = drizzle(client, { casing: 'snake_case' })
      for (;;) {
        await schemas.read(database, now())
        seen()
        await wait()
        if (failure !== undefined) throw failure
      }
    } finally {
      await endSoon(client)
    }
  }
  return watchLoop(options, { pollMilliseconds: 800, session })
}

/** A server that is gone does not say goodbye, and is not waited for. */
async function endSoon(client: Client): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const second = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, 1000)
  })
  await Promise.race([client.end().catch(() => {}), second])
  clearTimeout(timer)
}
