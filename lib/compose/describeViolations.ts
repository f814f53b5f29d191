import { isJsonObject, type JsonValue } from '../base/json'
import { pointerSegments } from '../base/path'
import type { Problem } from '../base/problem'
import { sentence } from '../base/sentence'
import type { SchemaViolation } from '../schema/schemaViolation'
import { placePath } from './placePath'

type Place = (string | number)[]

/**
 * One problem (`config-invalid`) for each violation of a value at `place`: at its place, a missing property at the property itself. Values at or
 * below one of the `secrets` are not shown.
 */
export function describeViolations(
  violations: SchemaViolation[],
  value: JsonValue,
  place: Place,
  secrets: Place[] = [],
): Problem[] {
  return violations.map((violation) => {
    const at = pointerPlace(value, violation.path)
    const isSecret = secrets.some((secret) => secret.every((segment, index) => segment === at[index]))
    const said = isSecret ? `This secret does not keep to \`${violation.keyword}\` of its schema` : violation.message
    const missing = violation.property === undefined ? [] : [violation.property]
    return {
      code: 'config-invalid',
      severity: 'error',
      message: sentence(said),
      path: placePath([...place, ...at, ...missing]),
      ...(violation.hint === undefined ? {} : { help: sentence(violation.hint) }),
    }
  })
}

/** A JSON pointer as keys and indexes, seen from the value that it points into. */
function pointerPlace(value: JsonValue, pointer: string): Place {
  let current: JsonValue | undefined = value
  return pointerSegments(pointer).map((segment) => {
    if (Array.isArray(current)) {
      current = current[Number(segment)]
      return Number(segment)
    }
    current = isJsonObject(current) ? current[segment] : undefined
    return segment
  })
}
