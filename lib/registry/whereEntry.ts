import { and, eq } from 'drizzle-orm'
import type { EntryKey } from './storedEntry'
import { customEntries } from './tables/customEntries'

/** The condition under which a row is this version of an entry. */
export function whereEntry({ worker, kind, name, version }: EntryKey) {
  const { worker: ofWorker, kind: ofKind, name: called, version: at } = customEntries
  return and(eq(ofWorker, worker), eq(ofKind, kind), eq(called, name), eq(at, version))
}
