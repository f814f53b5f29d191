import { isJsonObject, type JsonValue } from '@/lib/base/json'
import type { CatalogEntry } from './entry'
import { isDynamicKey } from './isDynamicKey'

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
