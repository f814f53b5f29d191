import { fileURLToPath } from 'node:url'
import type { DatabaseFiles } from '@/lib/registry/store/openEmbedded'
import { migrationsFolder } from './migrationsFolder'

/** What embedded databases are made with, wherever the tests were started from. */
export const databaseFiles: DatabaseFiles = {
  migrationsFolder,
  emptyDatabase: fileURLToPath(new URL('../../../dist/empty-database.tar.gz', import.meta.url)),
}
