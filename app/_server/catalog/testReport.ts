import 'server-only'
import { inThread } from '@/app/_server/services/inThread'
import { type Result, succeed } from '@/lib/base/problem'
import type { CustomEntry } from '@/lib/catalog/custom/customEntry'
import type { KitSummary } from '@/lib/testkit/kitSummary'
import type { OpenedCatalog } from './openCatalog'

const known = new WeakMap<CustomEntry, KitSummary>()
const budget = 10_000

/** What the test kit says of an entry that `parseCustomEntry` has accepted. It takes a while the first time. Problems: those of `inThread`. */
export async function testReport(
  entry: CustomEntry,
  text: string,
  opened: Pick<OpenedCatalog, 'base'>,
  pins: Record<string, string> = {},
): Promise<Result<KitSummary>> {
  const found = known.get(entry)
  if (found !== undefined) return succeed(found)
  const tested = await inThread('testEntry', { entry, text, pins }, { opened, lane: 'long', budget })
  if (tested.ok) known.set(entry, tested.value)
  return tested
}
