import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { appendPath, pointerSegments } from '@/lib/base/path'
import type { Problem } from '@/lib/base/problem'
import { sentence } from '@/lib/base/texts'
import { findViolations } from '@/lib/schema/validate/findViolations'

/** Holds a value to a schema: one problem for each violation, at its place below `path`; a missing property at the property itself. */
export function violationProblems(schema: JsonObject, value: JsonValue, path: string, code: string): Problem[] {
  return findViolations(schema, value).map((violation) => {
    const at = pathBelow(path, value, violation.path)
    return {
      code,
      severity: 'error',
      message: sentence(violation.message),
      path: violation.property === undefined ? at : appendPath(at, violation.property),
      ...(violation.hint === undefined ? {} : { help: sentence(violation.hint) }),
    }
  })
}

function pathBelow(path: string, value: JsonValue, pointer: string): string {
  let current: JsonValue | undefined = value
  let at = path
  for (const segment of pointerSegments(pointer)) {
    at = appendPath(at, Array.isArray(current) ? Number(segment) : segment)
    current = Array.isArray(current) ? current[Number(segment)] : isJsonObject(current) ? current[segment] : undefined
  }
  return at
}
