import { Client } from 'pg'
import { type PostgresServer, startPostgres } from './startPostgres'

// Files that share an environment share the server, which takes seconds to make; a database takes a moment.
const kept: { [key: symbol]: { server: Promise<PostgresServer>; count: number } | undefined } = globalThis
const key = Symbol.for('worker-type-designer.testPostgres')

/** The address of a new, empty database on the PostgreSQL server of this process, which starts with the first one. */
export async function postgresDatabase(): Promise<string> {
  kept[key] ??= { server: startPostgres(), count: 0 }
  const shared = kept[key]
  shared.count += 1
  const name = `test_${shared.count}`
  const { url } = await shared.server
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`create database ${name}`)
  } finally {
    await client.end()
  }
  return url.replace(/\/postgres$/, `/${name}`)
}
