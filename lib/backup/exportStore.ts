import { createHash } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { JsonObject } from '@/lib/base/json'
import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import { redactText } from '@/lib/base/redact'
import type { Catalog } from '@/lib/catalog/entry/entry'
import type { Migrations } from '@/lib/registry/store/migrations'
import type { Database, Store } from '@/lib/registry/store/store'
import { BackupRefused, databaseFailed, refused } from './backupRefused'
import { type BackupSummary, warningList } from './backupSummary'
import { backupTables } from './backupTables'
import { type BackupHeader, formatName, formatVersion, longestLine } from './format'
import { keyOf, rowCheck } from './rowCheck'
import { decodeRow, encodeRow } from './rowCodec'
import { newestMigration, storeState } from './storeState'
import type { BackupTable, Row } from './tables/backupTable'

/** What an export needs beside the store. */
interface ExportPlace {
  /** the built-in catalog, which entries of admins are checked against */
  catalog: Catalog
  migrations: Migrations
  release: string
  /** takes the file part by part; resolves when there is room for more */
  write: (text: string) => Promise<void>
}

/**
 * Writes everything but secrets and sessions as one file of lines: see the README. All of it is of one moment, whoever writes meanwhile, and
 * the same content gives the same bytes. What an import would not take, and what looks like a secret that somebody typed, comes as warnings.
 *
 * Problems: `store-older`, `store-newer`, `store-empty`, `backup-row-unreadable`, `backup-row-too-large`, `database-failed`. Throws what `write`
 * throws.
 */
export async function exportStore(store: Store, place: ExportPlace): Promise<Result<BackupSummary>> {
  try {
    return await store.database.transaction((tx) => writeAll(tx, place), {
      isolationLevel: 'repeatable read',
      accessMode: 'read only',
    })
  } catch (error) {
    if (error instanceof BackupRefused) return fail(error.problems)
    const failed = databaseFailed(error)
    if (failed === undefined) throw error
    return fail([failed])
  }
}

async function writeAll(tx: Database, { catalog, migrations, release, write }: ExportPlace) {
  await demandThisRelease(tx, migrations)
  const hash = createHash('sha256')
  const check = rowCheck(catalog)
  const warnings = warningList()
  const rows: Record<string, number> = {}
  const clients: string[] = []
  let pending = ''
  const put = async (line: string) => {
    pending += line
    if (pending.length < 64 * 1024) return
    const part = pending
    pending = ''
    hash.update(part)
    await write(part)
  }
  const header: BackupHeader = {
    ...{ format: formatName, version: formatVersion, release, migration: newestMigration(migrations) },
  }
  await put(`${JSON.stringify(header)}\n`)
  for (const table of backupTables) {
    let count = 0
    for await (const raw of readRows(tx, table)) {
      const row = encoded(table, raw)
      const line = JSON.stringify({ table: table.name, row })
      if (line.length * 3 > longestLine && Buffer.byteLength(line) > longestLine) throw tooLong(table, row)
      warnings.add(doubts(table, row, check))
      if (table.name === 'clients') clients.push(String(row.clientId))
      count++
      await put(`${line}\n`)
    }
    rows[table.name] = count
  }
  hash.update(pending)
  const sha256 = hash.digest('hex')
  await write(`${pending}${JSON.stringify({ end: { rows, sha256 } })}\n`)
  return succeed<BackupSummary>({ rows, sha256, clients, warnings: warnings.all() })
}

async function demandThisRelease(tx: Database, migrations: Migrations): Promise<void> {
  const state = await storeState(tx, migrations)
  if (state === 'empty') throw refused('store-empty', 'there is nothing to export: this database has no tables yet')
  const help =
    state === 'older'
      ? 'Export with the release that it was used with, or start this release on it once.'
      : 'Export with that release.'
  if (state !== 'same')
    throw refused(`store-${state}`, `the database is of ${state === 'older' ? 'an' : 'a'} ${state} release`, { help })
}

function encoded(table: BackupTable, raw: Row): JsonObject {
  try {
    return encodeRow(table, raw)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const name = keyOf(table, raw).join(' ')
    throw refused('backup-row-unreadable', `the row ${name} of ${table.name} cannot be read: ${why}`)
  }
}

function tooLong(table: BackupTable, row: JsonObject): BackupRefused {
  const message = `the row ${keyOf(table, row).join(' ')} of ${table.name} is larger than ${longestLine / 1024 / 1024} MB`
  return refused('backup-row-too-large', message)
}

/** What stands for a secret in a design. */
const reference = /(?:\{\s*)?\$(env|secret)\s*:[^\n}]*\}?/g

/** What an import would say of a row, and whether somebody seems to have typed a secret. */
function doubts(table: BackupTable, row: JsonObject, check: ReturnType<typeof rowCheck>): Problem[] {
  const decoded = decodeRow(table, row)
  const problems = decoded.ok ? check(table, decoded.value) : decoded.problems
  const warnings = problems.map((problem): Problem => ({ ...problem, severity: 'warning' }))
  if (table.name !== 'drafts' || typeof row.document !== 'string') return warnings
  const literals = row.document.replace(reference, '""')
  if (redactText(literals) === literals) return warnings
  const message = `the draft ${String(row.title)} seems to hold a secret, which is in the file as it was typed`
  return [...warnings, { code: 'draft-with-secret', severity: 'warning', message, path: 'drafts.document' }]
}

const answerSchema = z.object({ rows: z.array(z.custom<Row>((row) => typeof row === 'object' && row !== null)) })

/** About so much is fetched at once, in characters. */
const wanted = 2 * 1024 * 1024

/**
 * The rows of a table that a backup takes, as the database answers them, in the order of their keys. Texts are ordered by their bytes, so
 * that every database has the same order. Needs a transaction; memory is bounded whatever the number of rows.
 */
async function* readRows(tx: Database, { table, key, columns, ownRows }: BackupTable): AsyncGenerator<Row> {
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
