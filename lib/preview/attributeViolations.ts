import type { JsonValue } from '../base/json'
import { escapePointer } from '../base/path'
import type { Composition, Restriction } from '../compose/composition'
import { compilePayloadValidator } from '../schema/compilePayloadValidator'
import { findViolations } from '../schema/findViolations'
import type { SchemaViolation } from '../schema/schemaViolation'
import { restrictionFor } from './restrictionFor'

/** What a schema was narrowed by, and what it was before. */
export type SchemaReasons = Pick<Composition, 'restrictions' | 'overlays' | 'unrestrictedSchema'>

/** A violation, and the restriction that is behind it where the schema before the restrictions lets the payload pass there. */
export interface AttributedViolation {
  violation: SchemaViolation
  restriction?: Restriction
}

/** Finds the restriction behind each violation of a narrowed schema. */
export function attributeViolations(
  violations: SchemaViolation[],
  payload: JsonValue,
  { restrictions, overlays, unrestrictedSchema }: SchemaReasons,
): AttributedViolation[] {
  if (violations.length === 0) return []
  const known = new Set(unrestrictedSchema ? compilePayloadValidator(unrestrictedSchema)(payload).map(keyOf) : [])
  const refusedBy = ({ id }: Restriction) => findViolations(overlays[id] ?? {}, payload).map(placeOf)
  return violations.map((violation) => {
    if (known.has(keyOf(violation))) return { violation }
    const restriction = restrictionFor(placeOf(violation), { restrictions }, refusedBy)
    return restriction === undefined ? { violation } : { violation, restriction }
  })
}

function keyOf(violation: SchemaViolation): string {
  return `${placeOf(violation)} ${violation.keyword}`
}

/** A property that is missing has a place too, where restrictions look for it. */
function placeOf({ path, property }: SchemaViolation): string {
  return property === undefined ? path : `${path}/${escapePointer(property)}`
}
