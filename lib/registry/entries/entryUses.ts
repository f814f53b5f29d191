import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { compareVersions } from '@/lib/catalog/entry/versions'
import type { UsedEntries } from '@/lib/compose/read/pinVersions'
import type { Database } from '@/lib/registry/store/store'
import { customEntries, drafts } from '@/lib/registry/tables/designTables'
import { versions } from '@/lib/registry/tables/registrationTables'
import { type EntryKey, entryLabel } from './entries'

/** Who uses a version of an entry: a draft, or the current version of a worker type (also one that waits for the Queue's answer). */
export type EntryUse =
  | { kind: 'draft'; id: string; title: string }
  | { kind: 'worker-type'; taskQueueId: string; number: number }

/** Says of each text what it uses; undefined where that cannot be told. What reads texts of strangers may be a thread. */
export type ReadUsedEntries = (documents: string[]) => Promise<(UsedEntries | undefined)[]>

/**
 * Everybody who uses a version of a custom entry: drafts by title, then worker types by name. `elsewhere` are versions of the entry that are there,
 * but not in the store.
 */
export async function entryUses(
  database: Database,
  key: EntryKey,
  { read, elsewhere = [] }: { read: ReadUsedEntries; elsewhere?: readonly string[] },
): Promise<EntryUse[]> {
  const { worker, kind, name, version } = customEntries
  const there = await database
    .select({ version })
    .from(customEntries)
    .where(and(eq(worker, key.worker), eq(kind, key.kind), eq(name, key.name)))
  const known = [...there.map((row) => row.version), ...elsewhere]
  const edited = await database
    .select({ id: drafts.id, title: drafts.title, document: drafts.document })
    .from(drafts)
    .where(sql`strpos(${drafts.document}, ${key.name}) > 0`)
    .orderBy(asc(drafts.title), asc(drafts.id))
  const { taskQueueId, number, designYaml, state } = versions
  const current = await database
    .selectDistinctOn([taskQueueId], { taskQueueId, number, designYaml })
    .from(versions)
    .where(eq(state, 'acknowledged'))
    .orderBy(asc(taskQueueId), desc(number))
  const pending = await database
    .select({ taskQueueId, number, designYaml })
    .from(versions)
    .where(eq(state, 'intended'))
    .orderBy(asc(taskQueueId), asc(number))
  const registered = [...current, ...pending].filter(({ designYaml }) => designYaml.includes(key.name))
  const used = await read([...edited.map(({ document }) => document), ...registered.map((row) => row.designYaml)])
  const all = [
    ...edited.map(({ id, title }) => ({ kind: 'draft' as const, id, title })),
    ...registered.map((row) => ({ kind: 'worker-type' as const, taskQueueId: row.taskQueueId, number: row.number })),
  ]
  return all.filter((_, at) => usesEntry(used[at], key, known))
}

/**
 * Whether a design is made with this version of an entry: with the one that it pins, where that is among `versions`, else with the newest.
 * A text that cannot be read as a design counts as using every version.
 */
function usesEntry(used: UsedEntries | undefined, key: EntryKey, versions: readonly string[]): boolean {
  if (used === undefined) return true
  if (used.worker !== key.worker) return false
  if (!(key.kind === 'plugin' ? used.plugins : used.engines).includes(key.name)) return false
  const label = entryLabel(key)
  const pinned = Object.hasOwn(used.pins, label) ? used.pins[label] : undefined
  if (pinned !== undefined && versions.includes(pinned)) return pinned === key.version
  return versions.every((version) => compareVersions(version, key.version) <= 0)
}
