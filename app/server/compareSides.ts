import 'server-only'
import { compareInWorker } from '@/lib/compare/compareInWorker'
import { originsOf } from '@/lib/review/compareInTime'
import type { ReviewSide } from '@/lib/review/reviewSide'
import type { SchemaComparison } from '@/lib/schema/compare/schemaComparison'

/** Compares the schemas of two states of a worker type in a thread of its own, within the time budget. */
export function compareSides(old: ReviewSide, next: ReviewSide): Promise<SchemaComparison> {
  return compareInWorker(old.payloadSchema, next.payloadSchema, { origins: originsOf(old, next) })
}
