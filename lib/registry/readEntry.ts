import type { Store } from './store'
import { type EntryKey, type StoredEntry, storedEntrySchema } from './storedEntry'
import { customEntries } from './tables/customEntries'
import { whereEntry } from './whereEntry'

/** One version of a custom entry, or undefined. */
export async function readEntry(store: Store, key: EntryKey): Promise<StoredEntry | undefined> {
  const rows = await store.database.select().from(customEntries).where(whereEntry(key))
  return rows[0] && storedEntrySchema.parse(rows[0])
}
