import { Socket } from 'node:net'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { Client, Pool, type PoolClient } from 'pg'
import { demandKnownMigrations } from './migrations'
import type { Store } from './store'

/** One number for all processes of this product; PostgreSQL keeps the lock for the connection that took it. */
const migrationLock = 7_740_921_634

const seconds = 1000

/** How long a database may be silent, in milliseconds. */
export interface Patience {
  /** until a connection is there, which includes waiting for another one to be free */
  connect: number
  /** in the middle of an answer, or before it */
  answer: number
}

/** A request is answered within ten seconds, also where the database is silent. */
const ofServers: Patience = { connect: 4 * seconds, answer: 5 * seconds }

/** While tables are made, and others wait for it. */
const ofMigrations: Patience = { connect: 10 * seconds, answer: 120 * seconds }

/**
 * Opens a PostgreSQL server and brings its tables up to date; processes that start at once do so one after another. Throws
 * `DatabaseRefused` as `demandKnownMigrations` does.
 */
export async function openServer(databaseUrl: string, migrationsFolder: string, patience?: Patience): Promise<Store> {
  const client = new Client({
    ...connection(databaseUrl, ofMigrations),
    connectionTimeoutMillis: ofMigrations.connect,
  })
  // reported by the query that meets it
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    const database = drizzle(client, { casing: 'snake_case' })
    await demandKnownMigrations(database, migrationsFolder, `at ${placeOf(databaseUrl)}`)
    await migrate(database, { migrationsFolder })
  } finally {
    await client.end()
  }
  return connectServer(databaseUrl, patience)
}

/**
 * Connects to a PostgreSQL server, whatever its tables are. Nothing is asked of it before the first query. A connection that is silent for too long is ended, with the
 * query that waits for it.
 */
export function connectServer(databaseUrl: string, patience: Patience = ofServers): Store {
  const pool = new Pool({
    ...connection(databaseUrl, patience),
    max: 10,
    connectionTimeoutMillis: patience.connect,
    // those that nobody uses are closed before they count as silent
    idleTimeoutMillis: 0.8 * patience.answer,
  })
  // A connection that breaks while idle is dropped by the pool; the next query that needs one reports the failure.
  pool.on('error', () => {})
  returnBroken(pool)
  return { database: drizzle(pool, { casing: 'snake_case' }), place: placeOf(databaseUrl), close: () => pool.end() }
}

function connection(connectionString: string, { answer }: Patience) {
  return {
    connectionString,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10 * seconds,
    stream: () => impatientSocket(answer),
  }
}

/**
 * Gives the place of a connection that broke back to its pool: who has it may never do so, as after a transaction that could not begin. Where they do, it is
 * no news.
 */
function returnBroken(pool: Pool): void {
  const taken = new Set<PoolClient>()
  pool.on('acquire', (client) => taken.add(client))
  pool.on('release', (_, client) => taken.delete(client))
  pool.on('connect', (client) => {
    client.on('error', () => {})
    client.on('end', () => {
      if (!taken.has(client)) return
      const { release } = client
      client.release = () => {}
      release(true)
    })
  })
}

function placeOf(databaseUrl: string): string {
  const { host, pathname } = new URL(databaseUrl)
  return `${host}${pathname}`
}

/**
 * A socket for a connection to a database that is ended when the other side says nothing for a while: what waits for an answer fails then, instead of
 * waiting for ever. Whoever keeps connections for later closes them before that.
 */
function impatientSocket(milliseconds: number): Socket {
  const socket = new Socket()
  const watch = () => {
    const { bytesRead } = socket
    // a process that was held up itself has not read yet what has arrived
    setImmediate(() => {
      if (socket.bytesRead !== bytesRead) return
      const message = `the database has not answered for ${milliseconds / 1000} seconds`
      socket.destroy(Object.assign(new Error(message), { code: 'ETIMEDOUT' }))
    })
  }
  return socket.setTimeout(milliseconds, watch)
}
