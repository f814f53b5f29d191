import { DrizzleQueryError } from 'drizzle-orm'
import type { Problem } from '@/lib/base/problem'
import { databaseTrouble } from '@/lib/registry/store/databaseTrouble'

/** Ends the reading or writing of a backup from inside a transaction, which is undone. Caught in this room alone. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused'

  constructor(readonly problems: Problem[]) {
    super(problems[0]?.message ?? '')
  }
}

/** The same with one problem. */
export function refused(code: string, message: string, more: Partial<Problem> = {}): BackupRefused {
  return new BackupRefused([{ code, severity: 'error', message, path: '', ...more }])
}

/** Why a database did not do what it was asked, without the values of the query; undefined for other errors. */
export function databaseFailed(error: unknown): Problem | undefined {
  const trouble = databaseTrouble(error)
  if (trouble !== undefined) return { ...trouble, help: 'Nothing was changed.' }
  const cause = error instanceof DrizzleQueryError ? error.cause : error
  if (!(cause instanceof Error)) return undefined
  if (!(error instanceof DrizzleQueryError) && !('code' in cause && 'severity' in cause)) return undefined
  const code = 'code' in cause ? cause.code : undefined
  // a lock was not to be had in time, or two who wait for each other
  if (code === '55P03' || code === '40P01') {
    return {
      ...{ code: 'store-busy', severity: 'error', path: '' },
      message: 'another process is writing to this database',
      help: 'Stop the servers that use it, and wait for other imports to end.',
    }
  }
  if (code === '23505') {
    // the keys of the file are there once each: it is the row that the first start has made
    return {
      ...{ code: 'store-not-empty', severity: 'error', path: '' },
      message: 'a row of the backup has the number of a row that is there',
      help: 'Import into a database that no server was started on yet.',
    }
  }
  const message = `the database failed: ${(cause.message || cause.name).split('\n')[0]}`
  return { code: 'database-failed', severity: 'error', message, path: '', help: 'Nothing was changed.' }
}
