import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import { sha256 } from '@/lib/base/sha256'
import { recordAudit } from '@/lib/registry/audit/recordAudit'
import type { Store } from '@/lib/registry/store/store'
import { customEntries } from '@/lib/registry/tables/designTables'
import { type EntryKey, entryEntity, entryLabel, whereEntry } from './entries'
import { type EntryUse, entryUses, type ReadUsedEntries } from './entryUses'

const mostNamed = 5

/**
 * Deletes a version of a custom entry; false when there was none. `elsewhere` are versions of the entry that are there, but not in the store; `read`
 * says what texts use. Problem:
 * `entry-in-use`, with who uses it.
 */
export async function deleteEntry(
  store: Store,
  key: EntryKey,
  { author, now, ...reading }: { author: string; now: Date; read: ReadUsedEntries; elsewhere?: readonly string[] },
): Promise<Result<boolean>> {
  return store.database.transaction(async (tx) => {
    const { text } = customEntries
    const rows = await tx.select({ text }).from(customEntries).where(whereEntry(key)).for('update')
    if (!rows[0]) return succeed(false)
    const uses = await entryUses(tx, key, reading)
    if (uses.length > 0) return fail([inUse(key, uses)])
    await tx.delete(customEntries).where(whereEntry(key))
    const { version } = key
    const detail = { version, before: { version, sha256: sha256(rows[0].text) }, after: null }
    await recordAudit(tx, { entity: entryEntity(key), action: 'entry.deleted', who: author, at: now, detail })
    return succeed(true)
  })
}

function inUse(key: EntryKey, uses: EntryUse[]): Problem {
  const named = uses
    .slice(0, mostNamed)
    .map((use) => (use.kind === 'draft' ? `the draft ${use.title}` : `the worker type ${use.taskQueueId}`))
  const others = uses.length - named.length
  const all = [...new Set([...named, ...(others > 0 ? [`${others} more`] : [])])]
  const list = all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`
  return {
    code: 'entry-in-use',
    severity: 'error',
    message: `Version ${key.version} of ${entryLabel(key)} is used by ${list}.`,
    path: '',
    help: 'Take it out of them first, or let them use another version.',
  }
}
