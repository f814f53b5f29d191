import { compareSchemas } from '@/lib/schema/compare/compareSchemas'
import type { SchemaComparison, SchemaOrigin } from '@/lib/schema/compare/schemaComparison'
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
