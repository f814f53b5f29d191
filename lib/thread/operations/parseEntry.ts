import type { Result } from '@/lib/base/problem'
import type { CustomEntry } from '@/lib/catalog/custom/customEntry'
import { parseCustomEntry } from '@/lib/catalog/parseCustomEntry'
import type { Job } from '@/lib/thread/job'
import { type CustomEntries, customCatalog } from './customCatalog'

/** Reads and checks the text of a custom entry. */
export function parseEntry({ text }: { text: string }, job: Job<never, CustomEntries>): Result<CustomEntry> {
  return parseCustomEntry(text, customCatalog(job))
}
