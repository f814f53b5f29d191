import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import type { CatalogEntry } from '@/lib/catalog/entry/entry'
import { isDynamicKey } from './renderTemplate'

/** The payload properties that an entry can declare, under whatever configuration; those whose names come from a configuration are not known. */
export function payloadProperties(entry: CatalogEntry): string[] {
  const names = new Set<string>()
  const visit = (template: JsonValue): void => {
    if (Array.isArray(template)) template.forEach(visit)
    if (!isJsonObject(template)) return
    for (const [key, value] of Object.entries(template)) {
      if (key === 'properties') collect(value)
      else if (key === 'then' || key === 'else' || key === 'in' || isDynamicKey(key)) visit(value)
    }
  }
  /** names of a `properties` object, which may be chosen too */
  const collect = (template: JsonValue): void => {
    if (Array.isArray(template)) template.forEach(collect)
    if (!isJsonObject(template)) return
    const isChoice = Object.keys(template).some((key) => /^\$[a-z]/i.test(key))
    for (const [key, value] of Object.entries(template)) {
      if (!isChoice) {
        if (!key.includes('${')) names.add(key.replace(/^\$\$/, '$'))
      } else if (key !== '$if' && key !== '$eval' && key !== '$let') {
        if (key === '$switch' && isJsonObject(value)) Object.values(value).forEach(collect)
        else collect(value)
      }
    }
  }
  visit(entry.payloadSchema)
  return [...names].sort()
}

/** A configuration with the defaults of its schema filled in, objects in depth, lists and scalars as they are. Nothing is changed in place. */
export function withDefaults(schema: JsonValue, value: JsonValue): JsonValue {
  if (!isJsonObject(schema) || !isJsonObject(schema.properties) || !isJsonObject(value)) return value
  const filled: JsonObject = { ...value }
  for (const [name, property] of Object.entries(schema.properties)) {
    if (!isJsonObject(property)) continue
    const own = Object.hasOwn(value, name) ? value[name] : property.default
    if (own !== undefined) filled[name] = withDefaults(property, own)
  }
  return filled
}
