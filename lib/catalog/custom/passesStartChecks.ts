import { isJsonObject, type JsonValue } from '../../base/json'
import { pointerSegments } from '../../base/path'
import { checkDraft4Schema } from '../../schema/checkDraft4Schema'
import { findViolations } from '../../schema/findViolations'
import type { CustomEntry } from './customEntry'

/** Whether a worker would start with this configuration: templates never see another one. */
export function passesStartChecks(entry: CustomEntry, config: JsonValue): boolean {
  return (entry.startChecks ?? []).every(({ at, schema, check }) =>
    valuesAt(config, pointerSegments(at)).every(
      (value) =>
        (schema === undefined || findViolations(schema, value).length === 0) &&
        (check === undefined || checkDraft4Schema(value).length === 0),
    ),
  )
}

function valuesAt(value: JsonValue, [head, ...rest]: string[]): JsonValue[] {
  if (head === undefined) return [value]
  if (typeof value !== 'object' || value === null) return []
  const members: [string, JsonValue][] = Array.isArray(value)
    ? value.map((item, index) => [String(index), item])
    : isJsonObject(value)
      ? Object.entries(value)
      : []
  return members.filter(([key]) => head === '*' || head === key).flatMap(([, member]) => valuesAt(member, rest))
}
