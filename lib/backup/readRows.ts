import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '@/lib/registry/store'
import type { BackupTable, Row } from './backupTable'

const answerSchema = z.object({ rows: z.array(z.custom<Row>((row) => typeof row === 'object' && row !== null)) })

/** About so much is fetched at once, in characters. */
const wanted = 2 * 1024 * 1024

/**
 * The rows of a table that a backup takes, as the database answers them, in the order of their keys. Texts are ordered by their bytes, so
 * that every database has the same order. Needs a transaction; memory is bounded whatever the number of rows.
 */
export async function* readRows(tx: Database, { table, key, columns, ownRows }: BackupTable): AsyncGenerator<Row> {
  const selected = Object.entries(columns).map(([name, column]) => sql`${column} as ${sql.identifier(name)}`)
  const order = key.map((name): SQL => {
    const column = columns[name]
    return column?.columnType === 'PgText' ? sql`${column} collate "C"` : sql`${column}`
  })
  const kept = ownRows === undefined ? sql`` : sql` where not (${ownRows})`
  const rows = sql`select ${sql.join(selected, sql`, `)} from ${table}${kept} order by ${sql.join(order, sql`, `)}`
  await tx.execute(sql`declare backup_rows no scroll cursor for ${rows}`)
  for (let size = 20; ; ) {
    const answer = answerSchema.parse(await tx.execute(sql.raw(`fetch forward ${size} from backup_rows`)))
    yield* answer.rows
    if (answer.rows.length < size) break
    const each = answer.rows.reduce((sum, row) => sum + lengthOf(row), 0) / size
    size = Math.min(Math.max(Math.floor(wanted / (each + 1)), 1), 1000)
  }
  await tx.execute(sql`close backup_rows`)
}

function lengthOf(row: Row): number {
  return Object.values(row).reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 10), 0)
}
