import type { Problem } from '@/lib/base/problem'
import type { Catalog } from '@/lib/catalog/entry/entry'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { readCatalogFolder } from '@/lib/catalog/readCatalogFolder'
import { withCustomEntries } from '@/lib/catalog/withCustomEntries'
import { CliExit } from '@/lib/cli/output/output'

/** The catalog with the entries of a folder. */
export interface OpenedCatalog {
  /** with the pinned versions of custom entries where they are there, else with the newest */
  catalogFor: (pins?: Record<string, string>) => Catalog
  /** entries that are left out, and why: warnings, since whatever needs none of them goes on */
  problems: Problem[]
}

/** Opens the built-in catalog, with the custom entries of a folder: the one given, else CATALOG_DIR. A folder that cannot be read ends the command. */
export function openCatalog(folder: string | undefined): OpenedCatalog {
  const builtIn = loadCatalog()
  const place = folder ?? process.env.CATALOG_DIR?.trim()
  if (place === undefined || place === '') return { catalogFor: () => builtIn, problems: [] }
  const read = readCatalogFolder(place, builtIn)
  if (!read.ok) throw new CliExit(2, read.problems)
  const entries = read.value.flatMap(({ entry }) => (entry === undefined ? [] : [entry]))
  const problems = read.value.flatMap((file) => file.problems)
  return {
    catalogFor: (pins) => withCustomEntries(builtIn, entries, pins),
    problems: problems.map((problem) => ({ ...problem, severity: 'warning' })),
  }
}
