import { getTableColumns, type SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { JsonValue } from '@/lib/base/json'
import type { Catalog } from '@/lib/catalog/entry/entry'

/** A row as the database module takes it: texts, numbers, booleans, dates and JSON values by the names of their columns. */
export type Row = Record<string, unknown>

/** Something about a row that is not as it should be; `column` is '' for the whole. */
export interface RowFinding {
  column: string
  message: string
  /** a warning where the app itself would keep the row */
  severity: 'error' | 'warning'
}

/** What the check of a row knows beside it. */
export interface RowContext<R = Row> {
  /** the row before it, of the same table */
  previous?: R
  seen: SeenKeys
  catalog: Catalog
}

/** How one table goes into a backup. */
export interface BackupTable {
  /** in the file */
  name: string
  table: PgTable
  /** the primary key: rows come in its order */
  key: string[]
  columns: Record<string, PgColumn>
  /** which values a column of JSON takes */
  json: Record<string, (value: JsonValue) => boolean>
  /** columns that are left out, and why; they are null in a restored row */
  leftOut: Record<string, string>
  /** true for rows that are left out, since they speak of this store and not of what is in it */
  ownRows?: SQL
  check(row: Row, context: RowContext): RowFinding[]
}

type ColumnOf<T extends PgTable> = keyof T['_']['columns'] & string

/** Declares how a table goes into a backup. Every column of it is kept or left out; a test sees to it. */
export function backupTable<T extends PgTable>(
  name: string,
  table: T,
  spec: {
    key: ColumnOf<T>[]
    keep: ColumnOf<T>[]
    json?: Partial<Record<ColumnOf<T>, (value: JsonValue) => boolean>>
    leftOut?: Partial<Record<ColumnOf<T>, string>>
    ownRows?: SQL
    check?: (row: T['$inferSelect'], context: RowContext<T['$inferSelect']>) => RowFinding[]
  },
): BackupTable {
  const all: Record<string, PgColumn> = getTableColumns(table)
  const columns = Object.fromEntries(
    spec.keep.map((column) => {
      const found = all[column]
      if (found === undefined) throw new Error(`the table ${name} has no column ${column}`)
      return [column, found]
    }),
  )
  const { key, json = {}, leftOut = {}, ownRows, check } = spec
  return {
    ...{ name, table, key, columns, json, leftOut, ...(ownRows && { ownRows }) },
    // rows that reach it were decoded by these very columns
    check: (row, context) =>
      check?.(row as T['$inferSelect'], context as unknown as RowContext<T['$inferSelect']>) ?? [],
  }
}

/** A finding that keeps a row out. */
export function wrong(column: string, message: string): RowFinding {
  return { column, message, severity: 'error' }
}

/** The keys of rows that others refer to. Kept for the tables that are referred to alone: some 100 bytes a row. */
interface SeenKeys {
  add(table: string, ...key: (string | number)[]): void
  has(table: string, ...key: (string | number)[]): boolean
}

/** Nothing seen yet. */
export function seenKeys(): SeenKeys {
  const keys = new Map<string, Set<string>>()
  const textOf = (key: (string | number)[]) => key.join('\n')
  return {
    add(table, ...key) {
      const known = keys.get(table) ?? new Set()
      keys.set(table, known.add(textOf(key)))
    },
    has: (table, ...key) => keys.get(table)?.has(textOf(key)) === true,
  }
}
