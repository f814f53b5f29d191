import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import { acquireLock, type Lock } from './acquireLock'
import { DatabaseRefused } from './migrations'
import { openEmbedded, openEmbeddedAsItIs } from './openEmbedded'
import { connectServer, openServer, type Patience } from './openServer'
import type { Store } from './store'

/** Where the store is. With a `databaseUrl` the data directory only holds the keys of this process. */
export interface StorePlace {
  databaseUrl?: string
  dataDir: string
  now: Date
  /** the folder with the generated SQL; by default `drizzle` in the working directory */
  migrationsFolder?: string
  /** an archive to begin an embedded database with; by default the one in `dist` that a build makes */
  emptyDatabase?: string
  /** how long a PostgreSQL server may be silent; by default as long as somebody waits for an answer */
  patience?: Patience
}

/**
 * Opens the store and applies what is missing of the migrations. The data directory is made readable by its owner alone; one
 * process at a time has it. A database that must not be used as it is, or begun anew, is left as it is.
 *
 * Problems: `data-directory-unusable`, `data-directory-in-use`, `database-unusable`, `database-missing`, `database-incomplete`,
 * `database-doubtful`, `database-newer`.
 */
export async function openStore(place: StorePlace): Promise<Result<Store>> {
  const { databaseUrl, dataDir, now, patience } = place
  const migrationsFolder = place.migrationsFolder ?? join(process.cwd(), 'drizzle')
  const emptyDatabase = place.emptyDatabase ?? join(process.cwd(), 'dist', 'empty-database.tar.gz')
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    chmodSync(dataDir, 0o700)
  } catch (error) {
    return fail([directoryUnusable(dataDir, error)])
  }
  if (databaseUrl !== undefined) {
    try {
      return succeed(await openServer(databaseUrl, migrationsFolder, patience))
    } catch (error) {
      return fail([serverUnusable(error)])
    }
  }
  return locked(dataDir, now, () => openEmbedded(join(dataDir, 'database'), { migrationsFolder, emptyDatabase }))
}

/**
 * Opens the store that is there as it is: no directory is made and no table brought up to date. Undefined where there is no embedded
 * database. Problems as those of `openStore`.
 */
export async function openStoreAsItIs(place: Pick<StorePlace, 'databaseUrl' | 'dataDir' | 'now' | 'patience'>) {
  const { databaseUrl, dataDir, now, patience } = place
  if (databaseUrl !== undefined) {
    const store = connectServer(databaseUrl, patience)
    try {
      await store.database.execute('select 1')
      return succeed<Store | undefined>(store)
    } catch (error) {
      await store.close()
      return fail([serverUnusable(error)])
    }
  }
  if (!existsSync(dataDir)) return succeed<Store | undefined>(undefined)
  return locked(dataDir, now, () => openEmbeddedAsItIs(join(dataDir, 'database')))
}

/** Opens an embedded database with the lock of its data directory, which it keeps until it is closed. */
async function locked<S extends Store | undefined>(
  dataDir: string,
  now: Date,
  open: () => Promise<S>,
): Promise<Result<S>> {
  let lock: Result<Lock>
  try {
    lock = acquireLock(dataDir, now)
  } catch (error) {
    return fail([directoryUnusable(dataDir, error)])
  }
  if (!lock.ok) return lock
  const { release } = lock.value
  try {
    const store = await open()
    if (store === undefined) release()
    const close = async () => {
      try {
        await store?.close()
      } finally {
        release()
      }
    }
    return succeed(store && { ...store, close })
  } catch (error) {
    release()
    if (error instanceof DatabaseRefused) return fail([error.problem])
    return fail([unusable('database-unusable', `the database in ${dataDir} cannot be opened`, error, 'DATA_DIR')])
  }
}

function directoryUnusable(dataDir: string, error: unknown): Problem {
  return unusable('data-directory-unusable', `the data directory ${dataDir} cannot be used`, error, 'DATA_DIR')
}

function serverUnusable(error: unknown): Problem {
  if (error instanceof DatabaseRefused) return error.problem
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return unusable('database-unusable', 'the PostgreSQL server cannot be used', cause, 'DATABASE_URL')
}

function unusable(code: string, message: string, error: unknown, setting: string): Problem {
  const why = error instanceof Error ? (error.message || error.name).split('\n')[0] : String(error)
  return { code, severity: 'error', message: `${message}: ${why}`, path: '', help: `Check ${setting}.` }
}
