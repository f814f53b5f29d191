import 'server-only'
import { cache } from 'react'
import type { Problem, Result } from '@/lib/base/problem'
import type { CustomEntry } from '@/lib/catalog/custom/customEntry'
import type { Catalog } from '@/lib/catalog/entry'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { parseCustomEntry } from '@/lib/catalog/parseCustomEntry'
import { withCustomEntries } from '@/lib/catalog/withCustomEntries'
import { listEntries } from '@/lib/registry/listEntries'
import type { EntryKey, StoredEntry } from '@/lib/registry/storedEntry'
import { services } from './services'

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
}

const mostParsed = 500
const parsed = new Map<string, Result<CustomEntry>>()

/** Opens the catalog as it is now; once a request. */
export const openCatalog = cache(async (): Promise<OpenedCatalog> => {
  const { store, catalogFiles } = await services()
  const builtIn = loadCatalog()
  const inFolder = catalogFiles.flatMap(({ file, entry }): KnownEntry[] =>
    entry === undefined ? [] : [{ ...keyOf(entry), entry, problems: [], file }],
  )
  const folderEntries = inFolder.flatMap(({ entry }) => entry ?? [])
  const withFolder = withCustomEntries(builtIn, folderEntries)
  const inStore = (await listEntries(store)).map((stored) => toKnown(stored, withFolder, inFolder))
  const added = inStore.flatMap(({ entry }) => entry ?? [])
  return {
    entries: [...inFolder, ...inStore],
    brokenFiles: catalogFiles.filter(({ problems }) => problems.length > 0),
    catalogFor: (pins) => withCustomEntries(builtIn, [...folderEntries, ...added], pins),
  }
})

function keyOf({ worker, kind, name, version }: EntryKey): EntryKey {
  return { worker, kind, name, version }
}

/** A row of the store is checked again: a newer release may have an entry of that name, or know more of what is no good. */
function toKnown(stored: StoredEntry, catalog: Catalog, folder: KnownEntry[]): KnownEntry {
  const known = { ...keyOf(stored), stored }
  const twin = folder.find((other) => isSameVersion(other, stored))
  if (twin !== undefined) return { ...known, problems: [shadowed(twin)] }
  const read = parsed.get(stored.text) ?? parseCustomEntry(stored.text, catalog)
  if (parsed.size >= mostParsed) parsed.clear()
  parsed.set(stored.text, read)
  return read.ok ? { ...known, entry: read.value, problems: [] } : { ...known, problems: read.problems }
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
