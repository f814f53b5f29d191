import { fileURLToPath } from 'node:url'

/** The generated SQL, wherever the tests were started from. */
export const migrationsFolder = fileURLToPath(new URL('../../../drizzle', import.meta.url))
