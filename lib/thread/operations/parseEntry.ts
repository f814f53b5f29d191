import type { Result } from '../../base/problem'
import type { CustomEntry } from '../../catalog/custom/customEntry'
import { parseCustomEntry } from '../../catalog/parseCustomEntry'
import type { Job } from '../job'
import { type CustomEntries, customCatalog } from './customCatalog'

/** Reads and checks the text of a custom entry. */
export function parseEntry({ text }: { text: string }, job: Job<never, CustomEntries>): Result<CustomEntry> {
  return parseCustomEntry(text, customCatalog(job))
}
