import { existsSync, openAsBlob, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { type Disk, realDisk, sync } from './disk'
import { EmbeddedDatabase } from './embeddedDatabase'
import { DatabaseRefused, demandKnownMigrations } from './migrations'
import { forOwnerAlone, isErrorWithCode, traceOfUse } from './secretFiles'
import type { Store } from './store'

/** What a database is made with. */
export interface DatabaseFiles {
  /** the folder with the generated SQL */
  migrationsFolder: string
  /** an archive of an empty database, which is unpacked faster than a database is made; one is made where the file is missing */
  emptyDatabase: string
}

/**
 * Opens the embedded database in a folder, or in memory without one, and brings its tables up to date. What it has answered in a folder survives a
 * power failure. Throws `DatabaseRefused` as `findDatabase` and `demandKnownMigrations` do.
 */
export async function openEmbedded(
  folder: string | undefined,
  files: DatabaseFiles,
  disk: Disk = realDisk,
): Promise<Store> {
  const { migrationsFolder, emptyDatabase } = files
  const client = await (folder === undefined ? inMemory(emptyDatabase) : openFolder(folder, emptyDatabase, disk))
  const place = folder ?? 'memory'
  try {
    const database = drizzle({ client, casing: 'snake_case' })
    await demandKnownMigrations(database, migrationsFolder, `in ${place}`)
    await migrate(database, { migrationsFolder })
    // the database makes some of its files as others may read them, and again at each start
    if (folder !== undefined) forOwnerAlone(folder)
    return embeddedStore(client, place)
  } catch (error) {
    await client.close()
    throw error
  }
}

/**
 * Opens the embedded database of a folder as it is; undefined where there is none, or one that a first start did not finish. Throws
 * `DatabaseRefused` as `findDatabase` does.
 */
export async function openEmbeddedAsItIs(folder: string): Promise<Store | undefined> {
  if (findDatabase(folder) !== 'database') return undefined
  return embeddedStore(await EmbeddedDatabase.open(folder), folder)
}

function embeddedStore(client: PGlite, place: string): Store {
  const disk = client instanceof EmbeddedDatabase ? client.guard() : undefined
  return {
    database: drizzle({ client, casing: 'snake_case' }),
    place,
    ...(disk && { disk }),
    close: () => client.close(),
  }
}

/** A first start that is killed half-way leaves a folder that cannot be opened: a mark beside it says to begin again. */
async function openFolder(folder: string, emptyDatabase: string, disk: Disk): Promise<PGlite> {
  const found = findDatabase(folder)
  if (found === 'database') return EmbeddedDatabase.open(folder, disk)
  const mark = unfinishedMark(folder)
  if (found === 'unfinished') rmSync(folder, { recursive: true, force: true })
  writeFileSync(mark, '', { mode: 0o600 })
  const database = await EmbeddedDatabase.make(folder, await archive(emptyDatabase), disk)
  // a mark that comes back after a power failure would deny a database that was in use
  rmSync(mark, { force: true })
  await sync(dirname(folder), disk)
  return database
}

async function inMemory(emptyDatabase: string): Promise<PGlite> {
  return PGlite.create({ loadDataDir: await archive(emptyDatabase) })
}

async function archive(emptyDatabase: string): Promise<Blob | undefined> {
  return existsSync(emptyDatabase) ? openAsBlob(emptyDatabase) : undefined
}

/** What is in the folder of an embedded database: a database, nothing yet, or what is left of a first start that was killed half-way. */
type FoundDatabase = 'database' | 'nothing' | 'unfinished'

/** The file beside the folder that is there as long as a first start makes the database. */
const unfinishedMark = (folder: string) => `${folder}.unfinished`

const restore = 'restore a backup into a new data directory with wtd import-all'

/**
 * Looks into the folder of an embedded database, and changes nothing. What looks as if a database had been there and is none now is
 * refused, because a new one would take its place and that of its keys. Keys are only made once the database is there, so keys
 * without one are never the trace of a first start that was killed.
 *
 * Throws `DatabaseRefused`: `database-missing`, `database-incomplete`, `database-doubtful`.
 */
function findDatabase(folder: string): FoundDatabase {
  const dataDir = dirname(folder)
  const key = traceOfUse(dataDir)
  const content = list(folder)
  const complete = content?.includes('PG_VERSION') && readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim() !== ''
  const mark = unfinishedMark(folder)
  if (existsSync(mark)) {
    if (!complete || key === undefined) return 'unfinished'
    throw new DatabaseRefused(
      'database-doubtful',
      `the file ${mark} says that ${folder} was never finished, yet ${dataDir} was in use: it has ${key}`,
      `Remove that file to use the database, or move ${dataDir} away to begin anew.`,
    )
  }
  if (complete) return 'database'
  if (content !== undefined && content.length > 0) {
    throw new DatabaseRefused(
      'database-incomplete',
      `the folder ${folder} is not empty, and is no whole database: its file PG_VERSION is gone or empty`,
      `Put the folder back from a copy, or ${restore}, or move ${dataDir} away to begin anew.`,
    )
  }
  if (key === undefined) return 'nothing'
  throw new DatabaseRefused(
    'database-missing',
    `the database in ${folder} is gone: ${dataDir} was in use, since it has ${key}`,
    `Put the folder back from a copy, or ${restore}, or move ${dataDir} away to begin anew. If the database is on a PostgreSQL server, set DATABASE_URL.`,
  )
}

/** The names in a folder; undefined where there is none. */
function list(folder: string): string[] | undefined {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (isErrorWithCode(error, 'ENOENT')) return undefined
    throw error
  }
}
