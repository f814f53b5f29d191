import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'

/** What a schema demands, without its words: titles, descriptions and other notes left out, enum and required sorted. */
export function schemaStructure(schema: JsonValue): JsonValue {
  if (Array.isArray(schema)) return schema.map(schemaStructure)
  if (!isJsonObject(schema)) return schema
  const structure: JsonObject = {}
  for (const [key, value] of Object.entries(schema)) {
    if (['title', 'description', 'default', 'secret'].includes(key)) continue
    if (key === 'properties' && isJsonObject(value)) {
      structure[key] = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, schemaStructure(one)]))
    } else if ((key === 'enum' || key === 'required' || key === 'type') && Array.isArray(value)) {
      structure[key] = [...value].sort()
    } else {
      structure[key] = schemaStructure(value)
    }
  }
  return structure
}
