import { equalJson } from '../base/equalJson'
import type { JsonObject } from '../base/json'
import type { MissingOutcome } from '../catalog/entry'
import { narrowSchema } from '../schema/narrowSchema'
import { tolerateEmptyAt } from '../schema/tolerateEmptyAt'
import type { Restriction } from './composition'

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
  /** the narrowing that left nothing */
  last?: Narrowing
}

/** Applies narrowings in order. One that changes nothing, because an earlier one already took the place away, is not listed. */
export function applyNarrowings(base: JsonObject, narrowings: Narrowing[]): Narrowed {
  let schema = base
  const restrictions: Restriction[] = []
  const outcomes: Record<string, MissingOutcome> = {}
  for (const narrowing of narrowings) {
    const next = narrowSchema(schema, narrowing.overlay)
    const { restriction, outcome } = narrowing
    if (typeof next === 'boolean') {
      return { schema: undefined, restrictions: [...restrictions, restriction], outcomes, last: narrowing }
    }
    if (equalJson(next, schema)) continue
    schema = tolerateEmptyAt(next, narrowing.overlay)
    restrictions.push(restriction)
    outcomes[restriction.id] = outcome
  }
  return { schema, restrictions, outcomes }
}
