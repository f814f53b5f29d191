import 'server-only'
import { databaseGoneDigest } from '@/app/_ui/page/databaseGoneDigest'
import { noteTrouble } from '@/lib/http/currentRequest'
import { databaseTrouble } from '@/lib/registry/store/databaseTrouble'

/**
 * Runs something, and where that fails because the database is gone, full or at its end, has the server say so: with 503 where nothing was answered yet, else with the page of
 * errors, which knows it by the digest.
 */
export async function tellDatabaseGone<T>(run: () => T | Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    const trouble = databaseTrouble(error)
    if (trouble === undefined) throw error
    noteTrouble(trouble)
    throw error instanceof Error ? Object.assign(error, { digest: databaseGoneDigest }) : error
  }
}
