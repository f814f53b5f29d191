import 'server-only'
import type { ReadUsedEntries } from '@/lib/registry/entryUses'
import { inThread } from './inThread'

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
