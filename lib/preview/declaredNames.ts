import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'

/** Names of the properties that a payload schema declares for the payload itself, in all of its forms. References are not followed. */
export function declaredNames(schema: JsonObject): ReadonlySet<string> {
  const names = new Set<string>()
  const look = (at: JsonValue | undefined): void => {
    if (!isJsonObject(at)) return
    if (isJsonObject(at.properties)) for (const name of Object.keys(at.properties)) names.add(name)
    for (const forms of [at.allOf, at.anyOf, at.oneOf]) if (Array.isArray(forms)) forms.forEach(look)
  }
  look(schema)
  return names
}
