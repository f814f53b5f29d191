import { isJsonObject, type JsonObject, type JsonValue } from '../base/json'
import { pointerSegments } from '../base/path'
import type { Problem } from '../base/problem'
import { sentence } from '../base/sentence'
import { findViolations } from '../schema/findViolations'
import { placePath } from './placePath'
import { findReferences } from './references'
import { relaxSchema } from './relaxSchema'

/**
 * Checks a component's configuration against its schema; references stand for any value. One problem (`config-invalid`) a violation, at
 * its place below `place`: a missing property at the property itself.
 */
export function validateConfig(
  schema: JsonObject,
  value: JsonValue,
  place: (string | number)[],
  component: string,
): Problem[] {
  const references = findReferences(value).map((reference) => reference.place)
  const relaxed = relaxSchema(schema, references)
  if (typeof relaxed === 'boolean') return []
  return findViolations(relaxed, value).map((violation) => {
    const segments = pointerPlace(value, violation.path)
    if (violation.property !== undefined) segments.push(violation.property)
    return {
      code: 'config-invalid',
      severity: 'error',
      message: sentence(violation.message),
      path: placePath([...place, ...segments]),
      component,
      ...(violation.hint === undefined ? {} : { help: sentence(violation.hint) }),
    }
  })
}

/** A JSON pointer as keys and indexes, seen from the value that it points into. */
export function pointerPlace(value: JsonValue, pointer: string): (string | number)[] {
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
