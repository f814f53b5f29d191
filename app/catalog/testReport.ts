import 'server-only'
import type { CustomEntry } from '@/lib/catalog/custom/customEntry'
import type { Catalog } from '@/lib/catalog/entry'
import { testEntryText } from '@/lib/testkit/testEntryText'
import { type KitSummary, kitSummary } from './kitSummary'

const known = new WeakMap<CustomEntry, KitSummary>()

/** What the test kit says of an entry that `parseCustomEntry` has accepted. It takes a while the first time. */
export function testReport(entry: CustomEntry, text: string, catalog: Catalog): KitSummary {
  const found = known.get(entry)
  if (found !== undefined) return found
  const worker = catalog.workers[entry.worker]
  if (worker === undefined) throw new Error('a checked entry has a worker')
  const summary = kitSummary(testEntryText(entry, text, worker))
  known.set(entry, summary)
  return summary
}
