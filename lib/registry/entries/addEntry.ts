import { fail, type Result, succeed } from '@/lib/base/problem'
import { sha256 } from '@/lib/base/sha256'
import { recordAudit } from '@/lib/registry/audit/recordAudit'
import type { Store } from '@/lib/registry/store/store'
import { checkText } from '@/lib/registry/store/storedValues'
import { customEntries } from '@/lib/registry/tables/designTables'
import { type EntryKey, entryEntity, entryLabel, type StoredEntry, storedEntrySchema, whereEntry } from './entries'

/** An entry that `parseCustomEntry` has accepted, and its text. */
export interface NewEntry extends EntryKey {
  text: string
  author: string
  now: Date
}

/**
 * Keeps a version of a catalog entry. A version that is there already stays as it is: with the same text it is the answer, with another one
 * a problem. Problems: `entry-version-exists`, `text-too-large`, `text-invalid`.
 */
export async function addEntry(store: Store, entry: NewEntry): Promise<Result<StoredEntry>> {
  const { worker, kind, name, version, text, author, now } = entry
  const problems = checkText(text, 'text', 256 * 1024)
  if (problems.length > 0) return fail(problems)
  return store.database.transaction(async (tx) => {
    const added = await tx
      .insert(customEntries)
      .values({ worker, kind, name, version, text, author, createdAt: now })
      .onConflictDoNothing()
      .returning()
    if (added[0]) {
      await recordAudit(tx, {
        entity: entryEntity(entry),
        action: 'entry.added',
        who: author,
        at: now,
        detail: { version, before: null, after: { version, sha256: sha256(text) } },
      })
      return succeed(storedEntrySchema.parse(added[0]))
    }
    const found = await tx.select().from(customEntries).where(whereEntry(entry))
    const there = storedEntrySchema.parse(found[0])
    if (there.text === text) return succeed(there)
    return fail([
      {
        code: 'entry-version-exists',
        severity: 'error',
        message: `Version ${version} of ${entryLabel(entry)} is there already, with another text.`,
        path: 'version',
        help: 'Versions never change: give this one a higher version.',
      },
    ])
  })
}
