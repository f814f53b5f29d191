import type { SchemaChange, SchemaComparison } from '@/lib/schema/compare/schemaComparison'
import { undecidedComparison } from '@/lib/schema/compare/undecidedComparison'

/**
 * A comparison whose old side is only what was registered last, since what the Queue holds at this moment could not be read: nobody can tell what
 * it breaks, whatever the comparison found, and that is one more thing to acknowledge. Without a comparison there was nothing to compare with.
 * `why` is a clause to stand behind a colon.
 */
export function unreadableInForce(why: string, comparison?: SchemaComparison): SchemaComparison {
  const reason = `what the Queue holds its tasks against could not be read: ${why}`
  const unread: SchemaChange = {
    id: '#schema-in-force:unread',
    kind: 'changed',
    path: '',
    what: 'schema',
    places: {},
    sentence: 'The payload schema that the Queue holds at this moment could not be read.',
    effect: 'undecided',
    reason: why,
  }
  const { forward, backward } = undecidedComparison(reason)
  return { forward, backward, changes: [unread, ...(comparison?.changes ?? [])] }
}
