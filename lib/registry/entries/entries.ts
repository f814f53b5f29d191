import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { compareVersions } from '@/lib/catalog/entry/versions'
import type { Store } from '@/lib/registry/store/store'
import { customEntries } from '@/lib/registry/tables/designTables'

/** What names one version of a custom catalog entry. */
export const entryKeySchema = z.object({
  worker: z.string(),
  kind: z.enum(['engine', 'plugin']),
  name: z.string(),
  version: z.string(),
})
export type EntryKey = z.infer<typeof entryKeySchema>

/** A row of `custom_entries`. */
export const storedEntrySchema = entryKeySchema.extend({ text: z.string(), author: z.string(), createdAt: z.date() })

/** One version of a catalog entry that an admin has added; `text` is its YAML as it was given. */
export type StoredEntry = z.infer<typeof storedEntrySchema>

/** An entry in words: `plugin recordscreen`. */
export function entryLabel({ kind, name }: Pick<EntryKey, 'kind' | 'name'>): string {
  return `${kind} ${name}`
}

/** An entry in the audit, all its versions together: `entry:taskcluster-worker/plugin/recordscreen`. */
export function entryEntity({ worker, kind, name }: EntryKey): string {
  return `entry:${worker}/${kind}/${name}`
}

/** All versions of all custom entries with their texts: by worker, kind and name, the newest version of each first. */
export async function listEntries(store: Store): Promise<StoredEntry[]> {
  const { worker, kind, name } = customEntries
  const rows = await store.database.select().from(customEntries).orderBy(asc(worker), asc(kind), asc(name))
  const entries = rows.map((row) => storedEntrySchema.parse(row))
  return entries.sort((a, b) => {
    const same = a.worker === b.worker && a.kind === b.kind && a.name === b.name
    return same ? compareVersions(b.version, a.version) : 0
  })
}

/** One version of a custom entry, or undefined. */
export async function readEntry(store: Store, key: EntryKey): Promise<StoredEntry | undefined> {
  const rows = await store.database.select().from(customEntries).where(whereEntry(key))
  return rows[0] && storedEntrySchema.parse(rows[0])
}

/** The condition under which a row is this version of an entry. */
export function whereEntry({ worker, kind, name, version }: EntryKey) {
  const { worker: ofWorker, kind: ofKind, name: called, version: at } = customEntries
  return and(eq(ofWorker, worker), eq(ofKind, kind), eq(called, name), eq(at, version))
}
