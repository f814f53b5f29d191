import 'server-only'
import { compareInTime } from '@/lib/review/compareInTime'
import type { ReviewSide } from '@/lib/review/reviewSide'
import type { SchemaComparison } from '@/lib/schema/compare/schemaComparison'

/** Compares the schemas of two states of a worker type within the time budget. */
export async function compareSides(old: ReviewSide, next: ReviewSide): Promise<SchemaComparison> {
  return compareInTime(old, next, () => performance.now())
}
