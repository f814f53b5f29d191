import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import type { Store } from './store'

/** Opens the embedded database in a folder, or in memory without one, and brings its tables up to date. */
export async function openEmbedded(folder: string | undefined, migrationsFolder: string): Promise<Store> {
  const client = await PGlite.create(folder === undefined ? {} : { dataDir: folder })
  try {
    const database = drizzle({ client, casing: 'snake_case' })
    await migrate(database, { migrationsFolder })
    return { database, place: folder ?? 'memory', close: () => client.close() }
  } catch (error) {
    await client.close()
    throw error
  }
}
