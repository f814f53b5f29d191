import { isJsonObject, type JsonObject, type JsonValue } from '../base/json'
import { compareVersions } from './compareVersions'

/** Why a program does not know a property of its configuration; undefined where it does. A clause to stand behind the name. */
export function whyUnknown(property: JsonValue, engine: string, version: string): string | undefined {
  if (!isJsonObject(property)) return undefined
  const { engines, since, until } = property
  if (Array.isArray(engines) && !engines.includes(engine)) return `exists only on ${engines.join(', ')}`
  if (typeof since === 'string' && compareVersions(version, since) < 0) return `exists since version ${since}`
  if (typeof until === 'string' && compareVersions(version, until) >= 0) return `is gone since version ${until}`
  return undefined
}

const cache = new WeakMap<JsonObject, Map<string, JsonObject>>()

/**
 * The schema of a configuration as far as the program of an engine knows it. Properties say what they exist for: `engines`, `since`,
 * `until`. The same object comes back where nothing is left out; others are kept, so that compiled validators are too.
 */
export function availableProperties(schema: JsonObject, engine: string, version: string): JsonObject {
  const { properties } = schema
  if (!isJsonObject(properties)) return schema
  const unknown = Object.keys(properties).filter(
    (name) => whyUnknown(properties[name] ?? true, engine, version) !== undefined,
  )
  if (unknown.length === 0) return schema
  const known = cache.get(schema) ?? new Map<string, JsonObject>()
  cache.set(schema, known)
  const key = unknown.join()
  const found = known.get(key)
  if (found !== undefined) return found
  const left = Object.entries(properties).filter(([name]) => !unknown.includes(name))
  const made = { ...schema, properties: Object.fromEntries(left) }
  known.set(key, made)
  return made
}
