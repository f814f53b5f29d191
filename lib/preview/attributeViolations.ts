import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { escapePointer, pointerSegments } from '@/lib/base/path'
import type { Composition, Restriction } from '@/lib/compose/composition'
import { compilePayloadValidator } from '@/lib/schema/validate/compilePayloadValidator'
import type { SchemaViolation } from '@/lib/schema/validate/explain/finding'
import { findViolations } from '@/lib/schema/validate/findViolations'

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
  const refusedBy = ({ id }: Restriction) => placesRefused(overlays[id] ?? {}, payload)
  const attributed = violations.map((violation): AttributedViolation => {
    if (known.has(keyOf(violation))) return { violation }
    const restriction = restrictionFor(placeOf(violation), { restrictions }, refusedBy)
    return restriction === undefined ? { violation } : { violation, restriction }
  })
  return onceForEachCause(attributed, ({ id }) => closesForm(overlays[id] ?? {}))
}

/** Where an overlay refuses a payload. One for payloads of a form (`formOverlay`) lets others pass; what counts is what it says of those. */
function placesRefused(overlay: JsonObject, payload: JsonValue): string[] {
  const violations = findViolations(overlay, payload)
  const [others, own] = Array.isArray(overlay.anyOf) && overlay.anyOf.length === 2 ? overlay.anyOf : []
  const isOfForm = isJsonObject(others) && closesForm(others) && isJsonObject(own) && violations.length > 0
  return (isOfForm ? findViolations(own, payload) : violations).map(placeOf)
}

/** Whether an overlay refuses all payloads of a form, or all that there are. */
function closesForm(overlay: JsonObject): boolean {
  return Object.keys(overlay).join() === 'not'
}

/**
 * A restriction that closes the form of the payload is one cause, however many places do not fit what is left. Of several violations for its sake one
 * remains, that of the whole.
 */
function onceForEachCause(all: AttributedViolation[], isWhole: (restriction: Restriction) => boolean) {
  const counts = new Map<string, number>()
  for (const { restriction } of all) {
    if (restriction !== undefined) counts.set(restriction.id, (counts.get(restriction.id) ?? 0) + 1)
  }
  const told = new Set<string>()
  return all.flatMap((one): AttributedViolation[] => {
    const { restriction, violation } = one
    if (restriction === undefined || (counts.get(restriction.id) ?? 0) < 2 || !isWhole(restriction)) return [one]
    if (told.has(restriction.id)) return []
    told.add(restriction.id)
    const { property: _, hint: __, ...rest } = violation
    return [{ restriction, violation: { ...rest, path: '', message: 'is of a form that is not taken here' } }]
  })
}

function keyOf(violation: SchemaViolation): string {
  return `${placeOf(violation)} ${violation.keyword}`
}

/** A property that is missing has a place too, where restrictions look for it. */
function placeOf({ path, property }: SchemaViolation): string {
  return property === undefined ? path : `${path}/${escapePointer(property)}`
}

/**
 * The restriction that a payload breaks at a place: one that refuses the payload by itself and speaks of the place. Several may, such as a
 * greatest and a least run time; then it is one that refuses something at that very place, else on the way to it or below, and the one that stands
 * nearest: with the longest pattern that the place is at, below or directly above. None where the payload is no good there whatever is restricted.
 *
 * @param refusedBy where the schema of a restriction refuses the payload, as pointers
 */
export function restrictionFor(
  pointer: string,
  { restrictions }: Pick<Composition, 'restrictions'>,
  refusedBy: (restriction: Restriction) => string[],
): Restriction | undefined {
  const place = pointerSegments(pointer)
  const near = restrictions.flatMap((restriction) => {
    const nearest = Math.max(
      ...restriction.paths.map((path) => pointerSegments(path)).map((pattern) => nearness(place, pattern)),
    )
    return nearest < 0 ? [] : [{ restriction, nearest }]
  })
  const guilty = near.filter(({ restriction }) => refusedBy(restriction).length > 0)
  const exactly = guilty.filter(({ restriction }) => refusedBy(restriction).includes(pointer))
  const here = guilty.filter(({ restriction }) =>
    refusedBy(restriction).some((refused) => sameWay(pointerSegments(refused), place)),
  )
  const candidates = [exactly, here, guilty].find(({ length }) => length > 0) ?? []
  const longest = Math.max(...candidates.map(({ nearest }) => nearest))
  return candidates.find(({ nearest }) => nearest === longest)?.restriction
}

/** The length of a pattern that a place is at, below or directly above; `*` matches any segment. -1 where it is elsewhere. */
function nearness(place: string[], pattern: string[]): number {
  const meets = pattern.slice(0, place.length).every((segment, index) => segment === '*' || segment === place[index])
  return meets && place.length >= pattern.length - 1 ? pattern.length : -1
}

/** Whether one place is the other, or leads to it. */
function sameWay(one: string[], other: string[]): boolean {
  const shared = Math.min(one.length, other.length)
  return one.slice(0, shared).every((segment, index) => segment === other[index])
}
