import { fileURLToPath } from 'node:url'

/** The archive of an empty database that a build makes, wherever the tests were started from. */
export const emptyDatabase = fileURLToPath(new URL('../../../dist/empty-database.tar.gz', import.meta.url))
