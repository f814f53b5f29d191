import type { JsonObject, JsonValue } from '@/lib/base/json'
import { pointerSegments } from '@/lib/base/path'
import type { Composition } from '@/lib/compose/composition'
import { byteLengthViolations } from '@/lib/schema/byteLengthViolations'
import { compilePayloadValidator } from '@/lib/schema/compilePayloadValidator'

/** Why the worker's own schema refuses a payload. */
export interface PayloadViolation {
  place: string
  message: string
  /** the component whose property it is; undefined for the payload as a whole */
  component?: string
}

/** The payload against the schema that the worker program itself has, with lengths counted as it counts them. */
export function validatePayload(payload: JsonValue, schema: JsonObject, composition: Composition): PayloadViolation[] {
  const lengths = composition.checks.find((check) => check.kind === 'byteLength')
  const violations = [
    ...compilePayloadValidator(schema)(payload),
    ...(lengths ? byteLengthViolations(schema, payload, new Set(lengths.except)) : []),
  ]
  return violations.map(({ path, message }) => {
    const [name = ''] = pointerSegments(path)
    const component = Object.hasOwn(composition.provenance, name) ? composition.provenance[name] : undefined
    return { place: path, message, ...(component === undefined ? {} : { component }) }
  })
}
