import type { SchemaChange, SchemaComparison } from '@/lib/schema/compare/schemaComparison'

/**
 * The changes that refuse tasks which work today, or may. Where it is proved that none does, a change of which nothing is known can only
 * widen, and is no break.
 */
export function breakingChanges({ forward, changes }: Pick<SchemaComparison, 'forward' | 'changes'>): SchemaChange[] {
  if (forward.verdict === 'proved') return []
  return changes.filter(({ effect }) => effect === 'narrows' || effect === 'undecided')
}
