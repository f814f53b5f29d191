import { getTableName, sql } from 'drizzle-orm'
import { z } from 'zod'
import { fail, type Result, succeed } from '@/lib/base/problem'
import type { Catalog } from '@/lib/catalog/entry/entry'
import { changesChannel } from '@/lib/queue/taskQueues/declareTaskQueue'
import { recordAudit } from '@/lib/registry/audit/recordAudit'
import type { Migrations } from '@/lib/registry/store/migrations'
import type { Database, Store } from '@/lib/registry/store/store'
import { BackupRefused, databaseFailed, refused } from './backupRefused'
import { type BackupSummary, warningList } from './backupSummary'
import { backupTables } from './backupTables'
import { readBackup } from './readBackup'
import { rowCheck } from './rowCheck'
import type { BackupTable, Row } from './tables/backupTable'
import { importer } from './tables/serverTables'

/** What an import needs beside the store. */
interface ImportPlace {
  /** the bytes of the file, not compressed */
  chunks: AsyncIterable<Uint8Array>
  catalog: Catalog
  migrations: Migrations
  now: Date
  /** checks file and store, and changes nothing */
  dryRun: boolean
}

/**
 * Reads a backup into an empty store, in one transaction: all of it, or nothing. A dry run needs no store. Other
 * processes may read meanwhile, and not write.
 *
 * Problems: `store-not-empty`, `store-busy`, `database-failed`; `backup-not-one`, `backup-newer`, `backup-older`, `backup-cut`, `backup-changed`,
 * `backup-line-invalid`, `backup-line-too-long`, `backup-row-invalid`, with the line. Warnings: `backup-row-doubtful`.
 */
export async function importStore(store: Store | undefined, place: ImportPlace): Promise<Result<BackupSummary>> {
  try {
    if (store === undefined || place.dryRun) {
      if (store !== undefined) await store.database.transaction(demandEmpty)
      return succeed(await readAll(place, async () => {}))
    }
    return await store.database.transaction(async (tx) => {
      await lockTables(tx)
      await demandEmpty(tx)
      const summary = await readAll(place, (table, rows) => insertRows(tx, table, rows))
      await continueNumbers(tx)
      await tx.execute(sql`select pg_notify(${changesChannel}, task_queue_id) from task_queues`)
      const { rows, sha256 } = summary
      const what = { entity: 'store', action: 'store.imported', who: importer, at: place.now, detail: { sha256, rows } }
      await recordAudit(tx, what)
      return succeed(summary)
    })
  } catch (error) {
    if (error instanceof BackupRefused) return fail(error.problems)
    const failed = databaseFailed(error)
    if (failed === undefined) throw error
    return fail([failed])
  }
}

/** About so much is inserted at once, in bytes of the file; and no more rows than the parameters of a query allow. */
const batchBytes = 2 * 1024 * 1024
const batchRows = 500

async function readAll(
  { chunks, catalog, migrations }: ImportPlace,
  insert: (table: BackupTable, rows: Row[]) => Promise<void>,
): Promise<BackupSummary> {
  const warnings = warningList()
  const clients: string[] = []
  const reading = readBackup({ chunks, migrations, check: rowCheck(catalog), warnings })
  let batch: { table: BackupTable; rows: Row[]; size: number } | undefined
  const flush = async () => {
    if (batch !== undefined) await insert(batch.table, batch.rows)
    batch = undefined
  }
  for await (const part of reading) {
    if ('end' in part) {
      await flush()
      return { ...part.end, clients, warnings: warnings.all() }
    }
    const { table, row, size } = part
    if (batch && (batch.table !== table || batch.rows.length >= batchRows || batch.size >= batchBytes)) await flush()
    batch ??= { table, rows: [], size: 0 }
    batch.rows.push(row)
    batch.size += size
    if (table.name === 'clients') clients.push(String(row.clientId))
  }
  throw new Error('a backup was read to its end and did not say so')
}

async function insertRows(tx: Database, { table }: BackupTable, rows: Row[]): Promise<void> {
  await tx.insert(table).overridingSystemValue().values(rows)
}

/** The next rows get numbers behind those that came. */
async function continueNumbers(tx: Database): Promise<void> {
  const numbered = backupTables.filter(({ columns }) => columns.id?.columnType === 'PgBigInt53')
  for (const { table } of numbered) {
    const name = getTableName(table)
    const sequence = sql`pg_get_serial_sequence(${name}, 'id')`
    await tx.execute(sql`select setval(${sequence}, max(id)) from ${table} having max(id) is not null`)
  }
}

const answerSchema = z.object({ rows: z.array(z.object({ name: z.string() })) })

/** Lets nobody else write until the transaction ends; waits ten seconds for those who are writing. */
async function lockTables(tx: Database): Promise<void> {
  await tx.execute(sql`set local lock_timeout = '10s'`)
  const tables = backupTables.map(({ table }) => sql`${table}`)
  await tx.execute(sql`lock table ${sql.join(tables, sql`, `)} in exclusive mode`)
}

/** Refuses a store that has more in it than a first start makes: the client `admin` and the row that says so. Throws `BackupRefused`. */
async function demandEmpty(tx: Database): Promise<void> {
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
