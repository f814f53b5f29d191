import { getOwn, isJsonObject, type JsonValue } from '@/lib/base/json'
import { pointerSegments } from '@/lib/base/path'
import { checkDraft4Schema } from '@/lib/schema/checkDraft4Schema'
import { findViolations } from '@/lib/schema/findViolations'
import type { CustomEntry } from './customEntry'

/**
 * Whether a worker would start with this configuration: templates never see another one. Secrets pass, since they stand for values that nobody
 * sees.
 */
export function passesStartChecks(entry: CustomEntry, config: JsonValue): boolean {
  const visible = (entry.startChecks ?? []).filter(({ at }) => !isSecret(entry.configSchema, pointerSegments(at)))
  return visible.every(({ at, schema, check }) =>
    valuesAt(config, pointerSegments(at)).every(
      (value) =>
        (schema === undefined || findViolations(schema, value).length === 0) &&
        (check === undefined || checkDraft4Schema(value).length === 0),
    ),
  )
}

function isSecret(schema: JsonValue | undefined, [head, ...rest]: string[]): boolean {
  if (!isJsonObject(schema)) return false
  if (schema.secret === true || head === undefined) return schema.secret === true
  return isSecret(isJsonObject(schema.properties) ? getOwn(schema.properties, head) : undefined, rest)
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
