import type { JsonObject } from '@/lib/base/json'
import { type AttributedViolation, attributeViolations, type SchemaReasons } from '@/lib/preview/attributeViolations'
import { validationMessage } from '@/lib/queue/api/apiError'
import type { SchemaViolation } from '@/lib/schema/validate/explain/finding'

/**
 * The words of a refusal: every violation with its place, what the worker type cannot do where that is behind it, and a way out; and where
 * the schema can be read. `reasons` is what was kept with the schema.
 */
export function payloadRefusal(
  rootUrl: string,
  taskQueueId: string,
  violations: SchemaViolation[],
  { payload, reasons }: { payload?: JsonObject; reasons?: SchemaReasons } = {},
): string {
  const page = `${rootUrl}/worker-types/${taskQueueId}`
  const attributed: AttributedViolation[] =
    payload && reasons
      ? attributeViolations(violations, payload, reasons)
      : violations.map((violation) => ({ violation }))
  const lines = attributed.map(({ violation, restriction }) => {
    const { path, message, hint } = violation
    const line = `data/payload${path} ${message}${hint ? ` (${hint})` : ''}`
    if (restriction === undefined) return line
    const { missing, title, reason } = restriction
    const lacks = missing.length > 0 ? `worker type ${taskQueueId} cannot do ${clause(title)}: ` : ''
    return `${line}; ${lacks}${reason}`
  })
  const about = `Worker type ${taskQueueId} runs no such task. Its payload schema: ${page}`
  return `${validationMessage(page, lines)}\n\n${about}`
}

/** A title inside a sentence; abbreviations stay as they are. */
function clause(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title
}
