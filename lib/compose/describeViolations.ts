import { isJsonObject, type JsonValue } from '@/lib/base/json'
import { pointerSegments } from '@/lib/base/path'
import type { Problem } from '@/lib/base/problem'
import { sentence } from '@/lib/base/sentence'
import type { SchemaViolation } from '@/lib/schema/schemaViolation'
import { placePath } from './placePath'

type Place = (string | number)[]

/**
 * One problem (`config-invalid`) for each violation of a value at `place`: at its place, a missing property at the property itself. Values at or
 * below one of the `secrets` are not shown; the words that say what is wrong are.
 */
export function describeViolations(
  violations: SchemaViolation[],
  value: JsonValue,
  place: Place,
  secrets: Place[] = [],
): Problem[] {
  return violations.map((violation) => {
    const at = pointerPlace(value, violation.path)
    const around = secrets.filter((secret) => secret.every((segment, index) => segment === at[index]))
    const isItself = around.every((secret) => secret.length === at.length)
    const said = around.length === 0 ? violation.message : withoutValue(violation, isItself)
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

/** What is said of a secret: the words without the value, which stands at their end; of what is inside one, nothing but the rule. */
function withoutValue({ message, keyword }: SchemaViolation, isItself: boolean): string {
  if (!isItself) return `This secret does not keep to \`${keyword}\` of its schema`
  return message.replace(/, (?:is|has) [\s\S]*$/, '')
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
