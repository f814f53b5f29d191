import { isJsonObject, type JsonValue } from '@/lib/base/json'
import { pointerSegments } from '@/lib/base/path'
import type { Problem } from '@/lib/base/problem'
import { sentence } from '@/lib/base/texts'
import type { SchemaViolation } from '@/lib/schema/validate/explain/finding'
import { placePath } from './places'

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

const ORDER = { error: 0, warning: 1, notice: 2 } as const

/** Errors first, then by place, code and message; equal problems once, as the worst of them. */
export function sortProblems(problems: Problem[]): Problem[] {
  const sorted = problems.toSorted(
    (a, b) =>
      ORDER[a.severity] - ORDER[b.severity] ||
      compare(a.path, b.path) ||
      compare(a.code, b.code) ||
      compare(a.message, b.message),
  )
  const seen = new Set<string>()
  return sorted.filter((problem) => {
    const key = JSON.stringify([problem.code, problem.path, problem.message])
    return !seen.has(key) && seen.add(key)
  })
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
