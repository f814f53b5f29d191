import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'

/** Every row of every table of an embedded database that no server has open, by table. */
export async function everyTable(dataDir: string): Promise<Map<string, string>> {
  const client = await PGlite.create({ dataDir: join(dataDir, 'database') })
  try {
    const { rows: names } = await client.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_schema not in ('pg_catalog', 'information_schema')`,
    )
    const tables = new Map<string, string>()
    for (const { name } of names) {
      const { rows } = await client.query(`select * from ${name}`)
      tables.set(name, rows.map((row) => JSON.stringify(row)).join('\n'))
    }
    return tables
  } finally {
    await client.close()
  }
}

/** Every file below a folder, by its path in it. */
export async function everyFile(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = new Map<string, Buffer>()
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name)
    files.set(path.slice(folder.length + 1), await readFile(path))
  }
  return files
}
