import type { Problem } from '@/lib/base/problem'
import { redactCut } from '@/lib/base/redact'
import type { Catalog } from '@/lib/catalog/entry/entry'
import { type BackupTable, type Row, type RowFinding, seenKeys } from './tables/backupTable'

/** Checks rows one after another, in the order of a backup. */
export type RowCheck = (table: BackupTable, row: Row) => Problem[]

/**
 * A check of the rows of one backup: their order, that none is there twice, what the app checks when it makes them, and that what they refer
 * to is there. What the app itself keeps although it is no good is a warning.
 */
export function rowCheck(catalog: Catalog): RowCheck {
  const seen = seenKeys()
  let last: { table: BackupTable; row: Row } | undefined
  return (table, row) => {
    const previous = last?.table === table ? last.row : undefined
    last = { table, row }
    const order = previous === undefined ? 1 : compareKeys(keyOf(table, row), keyOf(table, previous))
    if (order <= 0) {
      const message = order === 0 ? 'this row is there twice' : 'this row is not in the order of its table'
      return [toProblem(table, row, { column: '', message, severity: 'error' })]
    }
    return table.check(row, { previous, seen, catalog }).map((finding) => toProblem(table, row, finding))
  }
}

function toProblem(table: BackupTable, row: Row, { column, message, severity }: RowFinding): Problem {
  const path = column === '' ? table.name : `${table.name}.${column}`
  const code = severity === 'error' ? 'backup-row-invalid' : 'backup-row-doubtful'
  return { code, severity, message: `${message} (${redactCut(keyOf(table, row).join(' '), 1000)})`, path }
}

/** The values of the primary key. */
export function keyOf({ key }: BackupTable, row: Row): unknown[] {
  return key.map((name) => row[name])
}

function compareKeys(a: unknown[], b: unknown[]): number {
  for (const [i, left] of a.entries()) {
    const right = b[i]
    const order =
      typeof left === 'number' && typeof right === 'number'
        ? left - right
        : Buffer.compare(Buffer.from(String(left)), Buffer.from(String(right)))
    if (order !== 0) return order
  }
  return 0
}
