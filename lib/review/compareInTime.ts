import { compareSchemas } from '@/lib/compare/compareSchemas'
import {
  type SchemaChange,
  type SchemaComparison,
  type SchemaOrigin,
  undecidedComparison,
} from '@/lib/compare/schemaComparison'
import type { ReviewSide } from './reviewSide'

/** how long a comparison may take, in milliseconds; what is not decided by then is undecided */
export const comparisonBudget = 2000

/** Compares the schemas of two states within the budget. `now` is a clock in milliseconds. */
export function compareInTime(old: ReviewSide, next: ReviewSide, now: () => number): SchemaComparison {
  const end = now() + comparisonBudget
  return compareSchemas(old.payloadSchema, next.payloadSchema, {
    outOfTime: () => now() > end,
    origins: originsOf(old, next),
  })
}

/** Where the parts of the two schemas come from, as far as their compositions say it. */
export function originsOf(old: ReviewSide, next: ReviewSide): { old?: SchemaOrigin; new?: SchemaOrigin } {
  return {
    ...(old.composition === undefined ? {} : { old: originOf(old.composition) }),
    ...(next.composition === undefined ? {} : { new: originOf(next.composition) }),
  }
}

function originOf({ provenance, restrictions }: SchemaOrigin): SchemaOrigin {
  return { provenance, restrictions: restrictions.map(({ id, component, paths }) => ({ id, component, paths })) }
}

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
