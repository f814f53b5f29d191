import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseRefused } from './databaseRefused'
import { isErrorWithCode } from './isErrorWithCode'
import { traceOfUse } from './secretFiles'

/** What is in the folder of an embedded database: a database, nothing yet, or what is left of a first start that was killed half-way. */
export type FoundDatabase = 'database' | 'nothing' | 'unfinished'

/** The file beside the folder that is there as long as a first start makes the database. */
export const unfinishedMark = (folder: string) => `${folder}.unfinished`

const restore = 'restore a backup into a new data directory with wtd import-all'

/**
 * Looks into the folder of an embedded database, and changes nothing. What looks as if a database had been there and is none now is
 * refused, because a new one would take its place and that of its keys. Keys are only made once the database is there, so keys
 * without one are never the trace of a first start that was killed.
 *
 * Throws `DatabaseRefused`: `database-missing`, `database-incomplete`, `database-doubtful`.
 */
export function findDatabase(folder: string): FoundDatabase {
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
