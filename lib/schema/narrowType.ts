import type { JsonObject, JsonValue } from '@/lib/base/json'

/** Intersects `type`; an integer is a number. `false` when no type is left. */
export function narrowType(schema: JsonObject, value: JsonValue): JsonObject | false {
  if (schema.type === undefined) return { ...schema, type: value }
  const left = typeList(schema.type)
  const right = typeList(value)
  const both = new Set<string>()
  for (const a of left) {
    for (const b of right) {
      if (a === b) both.add(a)
      else if ((a === 'integer' && b === 'number') || (a === 'number' && b === 'integer')) both.add('integer')
    }
  }
  const types = [...both]
  if (types.length === 0) return false
  if (types.length === left.length && types.every((type) => left.includes(type))) return schema
  return { ...schema, type: types.length === 1 ? (types[0] ?? 'null') : types }
}

function typeList(type: JsonValue): string[] {
  return (Array.isArray(type) ? type : [type]).filter((item) => typeof item === 'string')
}
