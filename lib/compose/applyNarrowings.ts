import { equalJson } from '../base/equalJson'
import type { JsonObject } from '../base/json'
import type { MissingOutcome } from '../catalog/entry'
import { narrowSchema } from '../schema/narrowSchema'
import { tolerateEmptyAt } from '../schema/tolerateEmptyAt'
import type { Restriction } from './composition'
import { OpenedSchema } from './openedSchema'

/** One step from the base schema towards the effective one: an overlay and why. */
export interface Narrowing {
  restriction: Restriction
  overlay: JsonObject
  outcome: MissingOutcome
}

/** The schema after a list of narrowings, and those that changed it. `schema` is undefined when no payload is left. */
export interface Narrowed {
  schema: JsonObject | undefined
  restrictions: Restriction[]
  outcomes: Record<string, MissingOutcome>
  overlays: Record<string, JsonObject>
  /** the narrowing that left nothing */
  last?: Narrowing
}

/**
 * Applies narrowings in order. One that changes nothing, because an earlier one already took the place away, is not listed; one that says
 * the same as an earlier one is, since it has a reason of its own. Each looks only at the properties that it names, so that the cost
 * does not grow with the square of their number.
 */
export function applyNarrowings(base: JsonObject, narrowings: Narrowing[]): Narrowed {
  const schema = new OpenedSchema(base)
  const restrictions: Restriction[] = []
  const outcomes: Record<string, MissingOutcome> = {}
  const overlays: Record<string, JsonObject> = {}
  for (const narrowing of narrowings) {
    const { restriction, outcome, overlay } = narrowing
    const part = schema.part(overlay)
    const next = narrowSchema(part, overlay)
    if (typeof next === 'boolean') {
      return { schema: undefined, restrictions: [...restrictions, restriction], outcomes, overlays, last: narrowing }
    }
    const twin = () => Object.values(overlays).some((other) => equalJson(other, overlay))
    if (equalJson(next, part) && !twin()) continue
    schema.replace(part, tolerateEmptyAt(next, overlay))
    restrictions.push(restriction)
    outcomes[restriction.id] = outcome
    overlays[restriction.id] = overlay
  }
  return { schema: schema.close(), restrictions, outcomes, overlays }
}
