import { equalJson, type JsonObject } from '@/lib/base/json'
import type { EngineEntry } from '@/lib/catalog/entry/entry'
import type { MissingOutcome } from '@/lib/catalog/entry/taskFeature'
import type { Restriction } from '@/lib/compose/composition'
import { narrowSchema } from '@/lib/schema/narrow/narrowSchema'
import { tolerateEmptyAt } from '@/lib/schema/narrow/tolerateEmptyAt'
import { payloadForms } from './formSupport'
import { OpenedSchema } from './openedSchema'

/** One step from the base schema towards the effective one: an overlay and why. */
export interface Narrowing {
  restriction: Restriction
  /** only payloads of this form; those of all forms where absent */
  form?: string
  /** `false` closes the form */
  overlay: JsonObject | false
  outcome: MissingOutcome
}

/** The schema after a list of narrowings, and those that changed it. `schema` is undefined when no payload is left. */
export interface Narrowed {
  schema: JsonObject | undefined
  /** the forms that are left, in the order of the schema; empty where the engine knows no forms */
  forms: string[]
  restrictions: Restriction[]
  outcomes: Record<string, MissingOutcome>
  overlays: Record<string, JsonObject>
  /** the narrowing that left nothing */
  last?: Narrowing
}

interface OpenForm {
  name: string | undefined
  schema: OpenedSchema
}

/**
 * Applies narrowings in order. One that changes nothing, because an earlier one already took the place away, is not listed; one that says
 * the same as an earlier one is, since it has a reason of its own. Each looks only at the properties that it names, so that the cost
 * does not grow with the square of their number. A form of the payload that nothing is left of is closed, and when all are, no payload is left.
 */
export function applyNarrowings(
  base: JsonObject,
  narrowings: Narrowing[],
  known?: EngineEntry['payloadForms'],
): Narrowed {
  const forms: OpenForm[] = payloadForms(base, known).map(({ name, schema }) => ({
    name,
    schema: new OpenedSchema(schema),
  }))
  const several = forms.length > 1
  let open = forms
  const restrictions: Restriction[] = []
  const outcomes: Record<string, MissingOutcome> = {}
  const overlays: Record<string, JsonObject> = {}
  for (const narrowing of narrowings) {
    const { restriction, outcome, overlay, form } = narrowing
    const whole = formOverlay(overlay, form, known)
    const twin = () => Object.values(overlays).some((other) => equalJson(other, whole))
    let changed = false
    for (const one of open.filter(({ name }) => form === undefined || name === form)) {
      const part = overlay === false ? {} : one.schema.part(overlay)
      const next = narrowSchema(part, overlay)
      if (typeof next === 'boolean') {
        open = open.filter((other) => other !== one)
        changed = true
        continue
      }
      if (equalJson(next, part) && (overlay === false || !twin())) continue
      changed = true
      one.schema.replace(part, overlay === false ? next : tolerateEmptyAt(next, overlay))
    }
    if (!changed) continue
    restrictions.push(restriction)
    if (open.length === 0) return { schema: undefined, forms: [], restrictions, outcomes, overlays, last: narrowing }
    outcomes[restriction.id] = outcome
    overlays[restriction.id] = whole
  }
  const { oneOf: _, ...around } = base
  const names = open.flatMap(({ name }) => name ?? [])
  const left = open.map(({ schema }) => schema.close())
  const [only = {}] = left
  if (!several) return { schema: only, forms: names, restrictions, outcomes, overlays }
  const schema = left.length === 1 ? { ...around, ...only } : { ...around, oneOf: left }
  return { schema, forms: names, restrictions, outcomes, overlays }
}

/** An overlay on one form of the payload as a schema of whole payloads: those of other forms pass. `false` closes the form. */
export function formOverlay(
  overlay: JsonObject | false,
  form: string | undefined,
  forms: EngineEntry['payloadForms'] = {},
): JsonObject {
  const only = Object.keys(forms).length < 2
  const when = form === undefined ? undefined : forms[form]?.when
  if (when === undefined || only) return overlay === false ? { not: {} } : overlay
  if (overlay === false) return { not: when }
  return { anyOf: [{ not: when }, overlay] }
}
