import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import type { Store } from './store'

/** Opens the embedded database in a folder, or in memory without one, and brings its tables up to date. */
export async function openEmbedded(folder: string | undefined, migrationsFolder: string): Promise<Store> {
  const client = folder === undefined ? await PGlite.create() : await openFolder(folder)
  try {
    const database = drizzle({ client, casing: 'snake_case' })
    await migrate(database, { migrationsFolder })
    return { database, place: folder ?? 'memory', close: () => client.close() }
  } catch (error) {
    await client.close()
    throw error
  }
}

/** A first start that is killed half-way leaves a folder that cannot be opened: a mark beside it says to begin again. */
async function openFolder(folder: string): Promise<PGlite> {
  const mark = `${folder}.unfinished`
  if (existsSync(mark)) rmSync(folder, { recursive: true, force: true })
  if (!existsSync(folder)) writeFileSync(mark, '', { mode: 0o600 })
  const client = await PGlite.create({ dataDir: folder })
  rmSync(mark, { force: true })
  return client
}
