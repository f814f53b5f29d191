import { join, resolve } from 'node:path'
import { storeState } from '@/lib/backup/storeState'
import type { Problem } from '@/lib/base/problem'
import { builtInCatalogRoot } from '@/lib/catalog/loadCatalog'
import { CliExit } from '@/lib/cli/output/output'
import { readEnvironment } from '@/lib/env'
import { type Migrations, readMigrations } from '@/lib/registry/store/migrations'
import { openStore, openStoreAsItIs, type StorePlace } from '@/lib/registry/store/openStore'
import type { Store } from '@/lib/registry/store/store'

/** Where the environment says that the database is, as for the server. */
export interface BackupPlace {
  place: StorePlace
  migrations: Migrations
  /** for people: the directory, or that it is a server */
  words: string
}

/** Nobody waits in front of a page, and much is written at once. */
const patience = { connect: 10_000, answer: 600_000 }

/** Reads from the environment which database the server would open. What is wrong there ends the command with status 2. */
export function backupPlace(): BackupPlace {
  const environment = readEnvironment(process.env)
  if (!environment.ok) throw new CliExit(2, environment.problems)
  const { dataDir, databaseUrl } = environment.value
  const root = builtInCatalogRoot()
  const migrationsFolder = join(root, 'drizzle')
  const emptyDatabase = join(root, 'dist', 'empty-database.tar.gz')
  return {
    place: { dataDir, databaseUrl, now: new Date(), migrationsFolder, emptyDatabase, patience },
    migrations: readMigrations(migrationsFolder),
    words: databaseUrl === undefined ? resolve(dataDir) : 'the PostgreSQL server of DATABASE_URL',
  }
}

/** Opens the database that is there, and changes nothing; undefined where there is none. Trouble ends the command with status 2. */
export async function openAsItIs({ place }: BackupPlace): Promise<Store | undefined> {
  const opened = await openStoreAsItIs(place)
  if (!opened.ok) throw new CliExit(2, opened.problems.map(inUse))
  return opened.value
}

/**
 * The database to import into: a new one where there is none. One of another release is left as it is, and ends the command with status 1. A dry
 * run makes none: undefined.
 */
export async function openTarget(where: BackupPlace, dryRun: boolean): Promise<Store | undefined> {
  const found = await openAsItIs(where)
  if (found !== undefined) {
    const state = await storeState(found.database, where.migrations)
    if (state === 'same') return found
    await found.close()
    if (state !== 'empty') throw new CliExit(1, [otherRelease(state)])
  }
  if (dryRun) return undefined
  const opened = await openStore(where.place)
  if (!opened.ok) throw new CliExit(2, opened.problems.map(inUse))
  return opened.value
}

function otherRelease(state: 'older' | 'newer'): Problem {
  const message = `the database is of ${state === 'older' ? 'an' : 'a'} ${state} release`
  const help = state === 'older' ? 'Start this release on it once, or take a new one.' : 'Use that release.'
  return { code: `store-${state}`, severity: 'error', message, path: '', help }
}

function inUse(problem: Problem): Problem {
  if (problem.code !== 'data-directory-in-use') return problem
  return { ...problem, help: 'Stop the server, run this again, and start the server afterwards.' }
}
