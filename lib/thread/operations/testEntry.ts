import type { CustomEntry } from '@/lib/catalog/custom/customEntry'
import { type KitSummary, kitSummary } from '@/lib/testkit/kitSummary'
import { testEntryText } from '@/lib/testkit/testEntryText'
import type { Job } from '@/lib/thread/job'
import { type CustomEntries, customCatalog } from './customCatalog'

export interface TestedEntry {
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
