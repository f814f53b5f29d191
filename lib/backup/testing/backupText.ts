import { createHash } from 'node:crypto'
import { exportStore } from '@/lib/backup/exportStore'
import { importStore } from '@/lib/backup/importStore'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { readMigrations } from '@/lib/registry/store/migrations'
import type { Store } from '@/lib/registry/store/store'
import { migrationsFolder } from '@/lib/registry/testing/migrationsFolder'
import { toolVersion } from '@/lib/toolVersion'

const migrations = readMigrations(migrationsFolder)

/** The backup of a store as a text, and what was said of it. */
export async function exported(store: Store) {
  let text = ''
  const write = async (part: string) => {
    text += part
  }
  const result = await exportStore(store, { catalog: loadCatalog(), migrations, release: toolVersion, write })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return { text, ...result.value }
}

/** Imports a text, in pieces that cut lines and characters; without a store it is only checked. */
export function imported(store: Store | undefined, text: string | Uint8Array, { dryRun = false, piece = 1000 } = {}) {
  async function* chunks() {
    const bytes = Buffer.from(text)
    for (let i = 0; i < bytes.length; i += piece) yield bytes.subarray(i, i + piece)
  }
  const now = new Date('2026-12-01T00:00:00Z')
  return importStore(store, { chunks: chunks(), catalog: loadCatalog(), migrations, now, dryRun })
}

/** A backup of these lines with counts and hash made anew: what somebody could write who knows the format. */
export function resealed(lines: string[]): string {
  const rows: Record<string, number> = JSON.parse(lines.at(-1) ?? '').end.rows
  for (const name of Object.keys(rows)) {
    rows[name] = lines.filter((line) => line.startsWith(`{"table":${JSON.stringify(name)},`)).length
  }
  const text = `${lines.slice(0, -1).join('\n')}\n`
  const sha256 = createHash('sha256').update(text).digest('hex')
  return `${text}${JSON.stringify({ end: { rows, sha256 } })}\n`
}
