import { readdirSync } from 'node:fs'
import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { expect, it } from 'vitest'
import { backupTables, leftOutTables } from './backupTables'

const folder = new URL('../registry/tables/', import.meta.url)

async function allTables(): Promise<PgTable[]> {
  const modules = await Promise.all(readdirSync(folder).map((name) => import(new URL(name, folder).href)))
  return modules.flatMap((module) => Object.values(module)).filter((value) => is(value, PgTable))
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

it('takes every table, or says why not', async () => {
  const names = (await allTables()).map((table) => getTableName(table))
  expect(names.length).toBeGreaterThan(15)
  const known = [...backupTables.map(({ table }) => getTableName(table)), ...Object.keys(leftOutTables)]
  expect(known.toSorted()).toEqual(names.toSorted())
  expect(backupTables.map(({ name }) => name)).toEqual(backupTables.map(({ table }) => getTableName(table)))
})

it.each(backupTables)('takes every column of $name, or says why not', ({ table, columns, leftOut, key }) => {
  const all = getTableColumns(table)
  expect([...Object.keys(columns), ...Object.keys(leftOut)].toSorted()).toEqual(Object.keys(all).toSorted())
  for (const name of Object.keys(leftOut)) expect(all[name]?.notNull, name).toBe(false)
  const { primaryKeys, columns: configured } = getTableConfig(table)
  const primary = primaryKeys[0]?.columns ?? configured.filter((column) => column.primary)
  expect(key.map(snake).toSorted()).toEqual(primary.map(({ name }) => snake(name)).toSorted())
})
