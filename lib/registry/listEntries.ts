import { asc } from 'drizzle-orm'
import { compareVersions } from '@/lib/catalog/compareVersions'
import type { Store } from './store'
import { type StoredEntry, storedEntrySchema } from './storedEntry'
import { customEntries } from './tables/customEntries'

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
