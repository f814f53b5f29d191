import { usedEntries as readOne, type UsedEntries } from '@/lib/compose/usedEntries'

/** What each of several texts uses of the catalog. */
export function usedEntries({ documents }: { documents: string[] }): (UsedEntries | undefined)[] {
  return documents.map(readOne)
}
