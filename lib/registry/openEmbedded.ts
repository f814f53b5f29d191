import { existsSync, openAsBlob, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { type Disk, realDisk } from './embedded/disk'
import { EmbeddedDatabase } from './embedded/embeddedDatabase'
import { sync } from './embedded/syncFolder'
import { findDatabase, unfinishedMark } from './findDatabase'
import { forOwnerAlone } from './forOwnerAlone'
import { demandKnownMigrations } from './migrations'
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
