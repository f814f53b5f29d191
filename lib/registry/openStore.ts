import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fail, type Problem, type Result, succeed } from '../base/problem'
import { acquireLock } from './acquireLock'
import { openEmbedded } from './openEmbedded'
import { openServer } from './openServer'
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
}

/**
 * Opens the store and applies what is missing of the migrations. The data directory is made readable by its owner alone; one
 * process at a time has it.
 *
 * Problems: `data-directory-unusable`, `data-directory-in-use`, `database-unusable`.
 */
export async function openStore(place: StorePlace): Promise<Result<Store>> {
  const { databaseUrl, dataDir, now } = place
  const migrationsFolder = place.migrationsFolder ?? join(process.cwd(), 'drizzle')
  const emptyDatabase = place.emptyDatabase ?? join(process.cwd(), 'dist', 'empty-database.tar.gz')
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    chmodSync(dataDir, 0o700)
  } catch (error) {
    return fail([
      unusable('data-directory-unusable', `the data directory ${dataDir} cannot be used`, error, 'DATA_DIR'),
    ])
  }
  if (databaseUrl !== undefined) {
    try {
      return succeed(await openServer(databaseUrl, migrationsFolder))
    } catch (error) {
      return fail([unusable('database-unusable', 'the PostgreSQL server cannot be used', error, 'DATABASE_URL')])
    }
  }
  const lock = acquireLock(dataDir, now)
  if (!lock.ok) return lock
  try {
    const store = await openEmbedded(join(dataDir, 'database'), { migrationsFolder, emptyDatabase })
    const close = async () => {
      await store.close()
      lock.value.release()
    }
    return succeed({ ...store, close })
  } catch (error) {
    lock.value.release()
    return fail([unusable('database-unusable', `the database in ${dataDir} cannot be opened`, error, 'DATA_DIR')])
  }
}

function unusable(code: string, message: string, error: unknown, setting: string): Problem {
  const why = error instanceof Error ? (error.message || error.name).split('\n')[0] : String(error)
  return { code, severity: 'error', message: `${message}: ${why}`, path: '', help: `Check ${setting}.` }
}
