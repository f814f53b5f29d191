import type { JsonObject } from '@/lib/base/json'
import { compareInTime } from '@/lib/review/compareInTime'
import { reviewReport } from '@/lib/review/reviewReport'
import type { ReviewSide } from '@/lib/review/reviewSide'

/** A state of which only the schema is known. */
export function sideOf(payloadSchema: JsonObject, label = 'a schema'): ReviewSide {
  return { label, payloadSchema, catalogVersions: {} }
}

/** The report on a change from one schema to another. */
export function reportOn(old: JsonObject, next: JsonObject) {
  const [before, after] = [sideOf(old, 'old'), sideOf(next, 'new')]
  return reviewReport(
    before,
    after,
    compareInTime(before, after, () => 0),
  )
}
