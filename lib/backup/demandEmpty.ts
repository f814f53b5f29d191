import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '@/lib/registry/store'
import { refused } from './backupRefused'
import { backupTables } from './backupTables'
import { importer } from './tables/serverTables'

const answerSchema = z.object({ rows: z.array(z.object({ name: z.string() })) })

/** Lets nobody else write until the transaction ends; waits ten seconds for those who are writing. */
export async function lockTables(tx: Database): Promise<void> {
  await tx.execute(sql`set local lock_timeout = '10s'`)
  const tables = backupTables.map(({ table }) => sql`${table}`)
  await tx.execute(sql`lock table ${sql.join(tables, sql`, `)} in exclusive mode`)
}

/** Refuses a store that has more in it than a first start makes: the client `admin` and the row that says so. Throws `BackupRefused`. */
export async function demandEmpty(tx: Database): Promise<void> {
  const others = backupTables.map(({ name, table, ownRows }) => {
    const own = ownRows === undefined ? sql`` : sql` where not (${ownRows})`
    return sql`(select ${name} as name from ${table}${own} limit 1)`
  })
  const imported = sql`(select 'an earlier import' as name from audit where who = ${importer} limit 1)`
  const { rows } = answerSchema.parse(await tx.execute(sql.join([...others, imported], sql` union `)))
  if (rows.length === 0) return
  const message = `the database is not empty: it has rows of ${rows
    .map(({ name }) => name)
    .sort()
    .join(', ')}`
  const help = 'Import into a new database or data directory; one that a server was started on once will do.'
  throw refused('store-not-empty', message, { help })
}
