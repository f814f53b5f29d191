import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '../registry/store'

const journalSchema = z.object({ entries: z.array(z.object({ when: z.number(), tag: z.string() })).min(1) })

/** The names of all migrations of this release with the times that order them, oldest first. */
export type Migrations = z.infer<typeof journalSchema>['entries']

/** Reads which migrations this release has, from the folder with the generated SQL. */
export function readMigrations(migrationsFolder: string): Migrations {
  return journalSchema.parse(JSON.parse(readFileSync(join(migrationsFolder, 'meta', '_journal.json'), 'utf8'))).entries
}

/** The migration that a database of this release is at. */
export function newestMigration(migrations: Migrations): string {
  return migrations.at(-1)?.tag ?? ''
}

/** How a database stands to this release: it has no tables of ours, it is of an older release, of this one, or of a newer one. */
export type StoreState = 'empty' | 'older' | 'same' | 'newer'

const countSchema = z.object({ rows: z.array(z.object({ found: z.coerce.number().nullable() })) })

/** How a database stands to this release. */
export async function storeState(database: Database, migrations: Migrations): Promise<StoreState> {
  const exists = sql`select to_regclass('drizzle.__drizzle_migrations')::oid::bigint as found`
  if ((await readNumber(database, exists)) === null) return 'empty'
  const last = await readNumber(database, sql`select max(created_at) as found from drizzle.__drizzle_migrations`)
  if (last === null) return 'empty'
  const newest = migrations.at(-1)?.when ?? 0
  if (last === newest) return 'same'
  return last > newest ? 'newer' : 'older'
}

async function readNumber(database: Database, query: ReturnType<typeof sql>): Promise<number | null> {
  const { rows } = countSchema.parse(await database.execute(query))
  return rows[0]?.found ?? null
}
