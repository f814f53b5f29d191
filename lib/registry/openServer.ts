import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { Client, Pool } from 'pg'
import { demandKnownMigrations } from './migrations'
import type { Store } from './store'

/** One number for all processes of this product; PostgreSQL keeps the lock for the connection that took it. */
const migrationLock = 7_740_921_634

/**
 * Opens a PostgreSQL server and brings its tables up to date; processes that start at once do so one after another. Throws
 * `DatabaseRefused` as `demandKnownMigrations` does.
 */
export async function openServer(databaseUrl: string, migrationsFolder: string): Promise<Store> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    const database = drizzle(client, { casing: 'snake_case' })
    await demandKnownMigrations(database, migrationsFolder, `at ${placeOf(databaseUrl)}`)
    await migrate(database, { migrationsFolder })
  } finally {
    await client.end()
  }
  return connectServer(databaseUrl)
}

/** Connects to a PostgreSQL server, whatever its tables are. Nothing is asked of it before the first query. */
export function connectServer(databaseUrl: string): Store {
  const pool = new Pool({ connectionString: databaseUrl, max: 10, connectionTimeoutMillis: 10_000 })
  // A connection that breaks while idle is dropped by the pool; the next query that needs one reports the failure. The same for one that
  // breaks between two queries of a transaction.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return { database: drizzle(pool, { casing: 'snake_case' }), place: placeOf(databaseUrl), close: () => pool.end() }
}

function placeOf(databaseUrl: string): string {
  const { host, pathname } = new URL(databaseUrl)
  return `${host}${pathname}`
}
