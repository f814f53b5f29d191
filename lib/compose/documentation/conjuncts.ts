import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'

/** A schema and the members of its `allOf`, in depth: all of them hold for a value. Boolean schemas are left out. */
export function conjuncts(schema: JsonValue): JsonObject[] {
  if (!isJsonObject(schema)) return []
  const members = getOwn(schema, 'allOf')
  return [schema, ...(Array.isArray(members) ? members.flatMap(conjuncts) : [])]
}
