import type { Problem } from '@/lib/base/problem'
import type { KitSummary } from '@/lib/testkit/kitSummary'

/** What came of a text that may become an entry. */
export interface EntryState {
  problems: Problem[]
  /** the entry in it, where it is one */
  checked?: { label: string; version: string; title: string; report: KitSummary }
}
