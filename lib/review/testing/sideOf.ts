import type { JsonObject } from '../../base/json'
import { compareInTime } from '../compareInTime'
import { reviewReport } from '../reviewReport'
import type { ReviewSide } from '../reviewSide'

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
