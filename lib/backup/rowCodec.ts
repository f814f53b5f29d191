import type { PgColumn } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { fail, type Result, succeed } from '@/lib/base/problem'
import type { BackupTable, Row } from './tables/backupTable'

/** A row as a backup has it, from what the database answers: columns of JSON as values, points in time in ISO 8601. */
export function encodeRow({ columns }: BackupTable, raw: Row): JsonObject {
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => {
      const value = raw[name]
      return [name, value === null || value === undefined ? null : toJson(column.mapFromDriverValue(value))]
    }),
  )
}

function toJson(value: unknown): JsonValue {
  // the other columns hold what JSON has
  return value instanceof Date ? value.toISOString() : (value as JsonValue)
}

const rowSchemas = new WeakMap<BackupTable, z.ZodType<Row>>()

/** A row of a backup as the database module takes it. Problems: `backup-row-invalid`, at the column. */
export function decodeRow(table: BackupTable, row: JsonObject): Result<Row> {
  const schema = rowSchemas.get(table) ?? rowSchema(table)
  rowSchemas.set(table, schema)
  const parsed = schema.safeParse(row)
  if (parsed.success) return succeed(parsed.data)
  return fail(
    parsed.error.issues.slice(0, 3).map(({ path, message }) => ({
      code: 'backup-row-invalid',
      severity: 'error',
      // names of members may be as long as a line
      message: `this is no row of ${table.name}: ${message.slice(0, 300)}`,
      path: [table.name, ...path.map(String)].join('.'),
    })),
  )
}

function rowSchema({ columns, json }: BackupTable): z.ZodType<Row> {
  const members = Object.entries(columns).map(([name, column]) => {
    const member = valueSchema(column, json[name])
    return [name, column.notNull ? member : member.nullable()] as const
  })
  return z.strictObject(Object.fromEntries(members))
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the database refuses NUL, and replaces halves of surrogate pairs
const storable = /^[^\u0000\p{Surrogate}]*$/u

const text = z.string().regex(storable, 'a text without NUL and without halves of characters was expected')

const instant = z.string().transform((value, context) => {
  const date = new Date(value)
  if (!Number.isNaN(date.getTime()) && date.toISOString() === value) return date
  context.issues.push({ code: 'custom', message: 'a point in time was expected', input: value })
  return z.NEVER
})

function valueSchema(column: PgColumn, json: ((value: JsonValue) => boolean) | undefined): z.ZodType {
  switch (column.columnType) {
    case 'PgText':
      return column.enumValues && column.enumValues.length > 0 ? z.enum(column.enumValues) : text
    case 'PgInteger':
      return z.int32()
    case 'PgBigInt53':
      return z.int().positive()
    case 'PgBoolean':
      return z.boolean()
    case 'PgTimestamp':
      return instant
    case 'PgCustomColumn':
      return z.custom<JsonValue>((value) => (json ?? isJsonObject)(value as JsonValue), 'other JSON was expected')
    default:
      throw new Error(`columns of the type ${column.columnType} have no form in a backup yet`)
  }
}
