import 'server-only'
import { createHash } from 'node:crypto'
import { cache } from 'react'
import { inThread } from '@/app/_server/services/inThread'
import { services } from '@/app/_server/services/services'
import type { Problem, Result } from '@/lib/base/problem'
import type { CustomEntry } from '@/lib/catalog/custom/customEntry'
import type { Catalog, CatalogEntry } from '@/lib/catalog/entry/entry'
import { compareVersions } from '@/lib/catalog/entry/versions'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { withCustomEntries } from '@/lib/catalog/withCustomEntries'
import { type EntryKey, listEntries, type StoredEntry } from '@/lib/registry/entries/entries'
import type { ReadUsedEntries } from '@/lib/registry/entries/entryUses'
import type { CatalogBase } from '@/lib/thread/operations/entries'

/** A version of a custom entry: one that somebody has added in the app, or a file of CATALOG_DIR. */
export interface KnownEntry extends EntryKey {
  /** undefined where it is no good (any more); the problems say why */
  entry?: CustomEntry
  problems: Problem[]
  /** text, author and date of one that was added in the app */
  stored?: StoredEntry
  /** path of one that is in CATALOG_DIR */
  file?: string
}

/** The catalog of this server: what comes with the product, what is in CATALOG_DIR, and what was added in the app. */
export interface OpenedCatalog {
  /** custom entries by worker, kind and name; within a name the stored ones newest first, after those of the folder */
  entries: KnownEntry[]
  /** files of CATALOG_DIR that are no entries */
  brokenFiles: { file: string; problems: Problem[] }[]
  /** with the pinned versions of custom entries where they are there, else with the newest */
  catalogFor: (pins?: Record<string, string>) => Catalog
  /** the custom entries for work in a thread */
  base: CatalogBase
}

interface ReadText {
  read: Promise<Result<CustomEntry>>
  /** SHA-256 of the text */
  digest: string
}

const mostRead = 500
const readTexts = new Map<string, ReadText>()

/** Opens the catalog as it is now; once a request. */
export const openCatalog = cache(async (): Promise<OpenedCatalog> => {
  const { store, catalogFiles } = await services()
  const builtIn = loadCatalog()
  const inFolder = catalogFiles.flatMap(({ file, entry }): KnownEntry[] =>
    entry === undefined ? [] : [{ ...keyOf(entry), entry, problems: [], file }],
  )
  const folderEntries = inFolder.flatMap(({ entry }) => entry ?? [])
  const folderBase = { id: sha256(JSON.stringify(folderEntries)), value: folderEntries }
  const stored = await listEntries(store)
  const inStore = await Promise.all(stored.map((each) => toKnown(each, folderBase, inFolder)))
  const added = inStore.flatMap(({ entry }) => entry ?? [])
  return {
    entries: [...inFolder, ...inStore],
    brokenFiles: catalogFiles.filter(({ problems }) => problems.length > 0),
    catalogFor: (pins) => withCustomEntries(builtIn, [...folderEntries, ...added], pins),
    base: { id: baseId(folderBase, inStore), value: [...folderEntries, ...added] },
  }
})

function keyOf({ worker, kind, name, version }: EntryKey): EntryKey {
  return { worker, kind, name, version }
}

/** A row of the store is checked again: a newer release may have an entry of that name, or know more of what is no good. */
async function toKnown(stored: StoredEntry, base: CatalogBase, folder: KnownEntry[]): Promise<KnownEntry> {
  const known = { ...keyOf(stored), stored }
  const twin = folder.find((other) => isSameVersion(other, stored))
  if (twin !== undefined) return { ...known, problems: [shadowed(twin)] }
  const read = await readEntry(stored.text, base)
  return read.ok ? { ...known, entry: read.value, problems: [] } : { ...known, problems: read.problems }
}

/** Reads an entry once, unless there was no time or no room for it. */
function readEntry(text: string, base: CatalogBase): Promise<Result<CustomEntry>> {
  const known = readTexts.get(text)
  if (known !== undefined) return known.read
  const read = inThread('parseEntry', { text }, { opened: { base }, budget: 10_000 }).then((done) => {
    if (!done.ok) readTexts.delete(text)
    return done.ok ? done.value : done
  })
  if (readTexts.size >= mostRead) readTexts.clear()
  readTexts.set(text, { read, digest: sha256(text) })
  return read
}

/** Another one whenever the usable entries are others. */
function baseId(folder: CatalogBase, inStore: KnownEntry[]): string {
  const usable = inStore.flatMap(({ entry, stored }) =>
    entry === undefined || stored === undefined ? [] : stored.text,
  )
  return sha256([folder.id, ...usable.map((text) => readTexts.get(text)?.digest ?? sha256(text))].join(' '))
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function isSameVersion(a: EntryKey, b: EntryKey): boolean {
  return a.worker === b.worker && a.kind === b.kind && a.name === b.name && a.version === b.version
}

function shadowed({ file = '' }: KnownEntry): Problem {
  return {
    code: 'entry-doubled',
    severity: 'warning',
    message: `The same version is in ${file}, and that one is used.`,
    path: '',
    help: 'Delete one of the two.',
  }
}

/** The entry that an address names, or undefined. */
export function findEntry(
  catalog: Catalog,
  { worker, kind, name }: { worker: string; kind: string; name: string },
): CatalogEntry | undefined {
  if (!Object.hasOwn(catalog.workers, worker)) return undefined
  const known = catalog.workers[worker]
  if (kind === 'worker') return known?.worker.name === name ? known.worker : undefined
  const entries: Record<string, CatalogEntry> | undefined =
    kind === 'engine' ? known?.engines : kind === 'plugin' ? known?.plugins : undefined
  return entries !== undefined && Object.hasOwn(entries, name) ? entries[name] : undefined
}

/** All versions of one custom entry, the newest first. */
export function versionsOf(
  { entries }: OpenedCatalog,
  { worker, kind, name }: Omit<EntryKey, 'version' | 'kind'> & { kind: string },
): KnownEntry[] {
  return entries
    .filter((entry) => entry.worker === worker && entry.kind === kind && entry.name === name)
    .sort((a, b) => compareVersions(b.version, a.version))
}

/** Reads in a thread what designs use, each text once. One that could not be read in time counts as unreadable. */
export function usedEntriesReader(): ReadUsedEntries {
  const known = new Map<string, Awaited<ReturnType<ReadUsedEntries>>[number]>()
  return async (documents) => {
    const unread = [...new Set(documents)].filter((document) => !known.has(document))
    if (unread.length > 0) {
      const read = await inThread('usedEntries', { documents: unread })
      for (const [at, document] of unread.entries()) known.set(document, read.ok ? read.value[at] : undefined)
    }
    return documents.map((document) => known.get(document))
  }
}
