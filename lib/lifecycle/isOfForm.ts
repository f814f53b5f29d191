import type { JsonValue } from '@/lib/base/json'
import type { EngineEntry } from '@/lib/catalog/entry'
import { findViolations } from '@/lib/schema/findViolations'

/** Whether a payload is meant to be of a form; every payload is of no particular one. */
export function isOfForm(payload: JsonValue, form: string | undefined, { payloadForms = {} }: EngineEntry): boolean {
  if (form === undefined) return true
  const when = Object.hasOwn(payloadForms, form) ? payloadForms[form]?.when : undefined
  return when !== undefined && findViolations(when, payload).length === 0
}
