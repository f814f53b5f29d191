import type { Result } from '@/lib/base/problem'
import type { CustomEntry } from '@/lib/catalog/custom/customEntry'
import type { Catalog } from '@/lib/catalog/entry/entry'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { parseCustomEntry } from '@/lib/catalog/parseCustomEntry'
import { withCustomEntries } from '@/lib/catalog/withCustomEntries'
import { usedEntries as readOne, type UsedEntries } from '@/lib/compose/read/pinVersions'
import { type KitSummary, kitSummary } from '@/lib/testkit/kitSummary'
import { testEntryText } from '@/lib/testkit/testEntryText'
import type { Job } from './job'

/** What the jobs on designs rest on: all versions of the custom entries that there are. */
export type CustomEntries = readonly CustomEntry[]

/** The same with an id that changes when they do. */
export interface CatalogBase {
  id: string
  value: CustomEntries
}

/** The catalog of this job, with the versions that a design pins where they are there. */
export function customCatalog(
  { base }: Pick<Job<never, CustomEntries>, 'base'>,
  pins?: Record<string, string>,
): Catalog {
  return withCustomEntries(loadCatalog(), base?.value ?? [], pins)
}

/** Reads and checks the text of a custom entry. */
export function parseSubmittedEntry({ text }: { text: string }, job: Job<never, CustomEntries>): Result<CustomEntry> {
  return parseCustomEntry(text, customCatalog(job))
}

interface TestedEntry {
  /** as `parseEntry` has read it */
  entry: CustomEntry
  text: string
  /** versions of other custom entries, by label */
  pins?: Record<string, string>
}

/** What the test kit says of a custom entry. */
export function testEntry({ entry, text, pins }: TestedEntry, job: Job<never, CustomEntries>): KitSummary {
  const worker = customCatalog(job, pins).workers[entry.worker]
  if (worker === undefined) throw new Error('a checked entry has a worker')
  return kitSummary(testEntryText(entry, text, worker))
}

/** What each of several texts uses of the catalog. */
export function usedEntriesOf({ documents }: { documents: string[] }): (UsedEntries | undefined)[] {
  return documents.map(readOne)
}
