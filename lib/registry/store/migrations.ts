import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Problem } from '@/lib/base/problem'
import type { Database } from './store'

/** A database that must not be used, or begun anew, as it is: nothing was changed, and the problem says what to do. */
export class DatabaseRefused extends Error {
  override readonly name = 'DatabaseRefused'
  readonly problem: Problem

  constructor(code: string, message: string, help: string) {
    super(message)
    this.problem = { code, severity: 'error', message, path: '', help }
  }
}

const journalSchema = z.object({ entries: z.array(z.object({ when: z.number(), tag: z.string() })).min(1) })
const rowsSchema = z.object({ rows: z.array(z.object({ found: z.coerce.number().nullable() })) })

/** The names of all migrations of a release with the times that order them, oldest first. */
export type Migrations = z.infer<typeof journalSchema>['entries']

/** Reads which migrations this release has, from the folder with the generated SQL. */
export function readMigrations(migrationsFolder: string): Migrations {
  return journalSchema.parse(JSON.parse(readFileSync(join(migrationsFolder, 'meta', '_journal.json'), 'utf8'))).entries
}

/**
 * The times of the migrations that were applied to a database, oldest first; none where it has no tables of ours. The time is what tells
 * migrations apart when they are applied; a hash would change with the line ends of a checkout.
 */
export async function appliedMigrations(database: Database): Promise<number[]> {
  const [table] = await read(database, sql`select to_regclass('drizzle.__drizzle_migrations')::oid::bigint as found`)
  if (table === undefined) return []
  return read(database, sql`select created_at as found from drizzle.__drizzle_migrations order by created_at`)
}

/** Throws `DatabaseRefused`, `database-newer`, where a migration was applied that this release does not have. */
export async function demandKnownMigrations(database: Database, migrationsFolder: string, place: string) {
  const known = new Set(readMigrations(migrationsFolder).map(({ when }) => when))
  const unknown = (await appliedMigrations(database)).filter((when) => !known.has(when))
  if (unknown.length === 0) return
  const changes = unknown.length === 1 ? 'a change' : `${unknown.length} changes`
  throw new DatabaseRefused(
    'database-newer',
    `the database ${place} was made by a newer release: its tables have ${changes} that this release does not know`,
    'Start the newer release, or restore a backup of this one into a new data directory or database with wtd import-all.',
  )
}

async function read(database: Database, query: ReturnType<typeof sql>): Promise<number[]> {
  const { rows } = rowsSchema.parse(await database.execute(query))
  return rows.flatMap(({ found }) => found ?? [])
}
