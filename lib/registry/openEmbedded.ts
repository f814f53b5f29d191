import { existsSync, openAsBlob, rmSync, writeFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import type { Store } from './store'

/** What a database is made with. */
export interface DatabaseFiles {
  /** the folder with the generated SQL */
  migrationsFolder: string
  /** an archive of an empty database, which is unpacked faster than a database is made; one is made where the file is missing */
  emptyDatabase: string
}

/** Opens the embedded database in a folder, or in memory without one, and brings its tables up to date. */
export async function openEmbedded(folder: string | undefined, files: DatabaseFiles): Promise<Store> {
  const { migrationsFolder, emptyDatabase } = files
  const client = folder === undefined ? await create(undefined, emptyDatabase) : await openFolder(folder, emptyDatabase)
  try {
    const database = drizzle({ client, casing: 'snake_case' })
    await migrate(database, { migrationsFolder })
    return embeddedStore(client, folder ?? 'memory')
  } catch (error) {
    await client.close()
    throw error
  }
}

/** Opens the embedded database of a folder as it is; undefined where there is none, or one that a first start did not finish. */
export async function openEmbeddedAsItIs(folder: string): Promise<Store | undefined> {
  if (!existsSync(folder) || existsSync(unfinishedMark(folder))) return undefined
  return embeddedStore(await PGlite.create({ dataDir: folder }), folder)
}

function embeddedStore(client: PGlite, place: string): Store {
  return { database: drizzle({ client, casing: 'snake_case' }), place, close: () => client.close() }
}

const unfinishedMark = (folder: string) => `${folder}.unfinished`

/** A first start that is killed half-way leaves a folder that cannot be opened: a mark beside it says to begin again. */
async function openFolder(folder: string, emptyDatabase: string): Promise<PGlite> {
  const mark = unfinishedMark(folder)
  if (existsSync(mark)) rmSync(folder, { recursive: true, force: true })
  if (existsSync(folder)) return PGlite.create({ dataDir: folder })
  writeFileSync(mark, '', { mode: 0o600 })
  const client = await create(folder, emptyDatabase)
  rmSync(mark, { force: true })
  return client
}

async function create(dataDir: string | undefined, emptyDatabase: string): Promise<PGlite> {
  const loadDataDir = existsSync(emptyDatabase) ? await openAsBlob(emptyDatabase) : undefined
  return PGlite.create({ dataDir, loadDataDir })
}
