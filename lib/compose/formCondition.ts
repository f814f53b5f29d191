import type { JsonObject } from '@/lib/base/json'
import type { ResolvedDesign } from './resolvedDesign'

/** What a payload of a form satisfies; one of a form that the engine does not have is never there. */
export function formCondition(form: string | undefined, { engine }: ResolvedDesign): JsonObject | undefined {
  return form === undefined ? undefined : (engine.entry.payloadForms?.[form]?.when ?? { not: {} })
}
