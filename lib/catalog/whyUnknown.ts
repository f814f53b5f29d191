import { isJsonObject, type JsonValue } from '@/lib/base/json'
import { compareVersions } from './compareVersions'
import type { PluginEntry } from './entry'

/** Why a program does not know a property of its configuration; undefined where it does. A clause to stand behind the name. */
export function whyUnknown(property: JsonValue, engine: string, version: string): string | undefined {
  return isJsonObject(property) ? whyNotIn(property, engine, version) : undefined
}

function whyNotIn(
  {
    engines,
    since,
    until,
  }: { engines?: JsonValue | undefined; since?: JsonValue | undefined; until?: JsonValue | undefined },
  engine: string,
  version: string,
): string | undefined {
  if (Array.isArray(engines) && !engines.includes(engine)) return `exists only on ${engines.join(', ')}`
  if (typeof since === 'string' && compareVersions(version, since) < 0) return `exists since version ${since}`
  if (typeof until === 'string' && compareVersions(version, until) >= 0) return `is gone since version ${until}`
  return undefined
}

/**
 * Why a program knows none of the properties of a plugin: it was built without the plugin, or the plugin's payload is all that it has of it.
 * Undefined where it may know them. A clause to stand behind the name of a property.
 */
export function whyPluginUnknown(plugin: PluginEntry, engine: string, version: string): string | undefined {
  return whyNotIn(plugin, engine, version) ?? whyNotIn({ engines: plugin.switch?.engines }, engine, version)
}
