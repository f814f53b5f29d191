import type { JsonObject } from '@/lib/base/json'
import type { EngineEntry } from '@/lib/catalog/entry'

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
