import { isJsonObject, type JsonValue } from '@/lib/base/json'
import type { PluginEntry } from './entry'

/** Orders versions `major.minor.patch`: negative where the first is older. */
export function compareVersions(a: string, b: string): number {
  const [first, second] = [a, b].map((version) => version.split('.').map(Number))
  for (const i of [0, 1, 2]) {
    const difference = (first?.[i] ?? 0) - (second?.[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** Whether the program of an engine, in a version, has a plugin at all, enabled or not. */
export function isPartOf({ engines, since, until }: PluginEntry, engine: string, version: string): boolean {
  return (
    (engines === undefined || engines.includes(engine)) &&
    (since === undefined || compareVersions(version, since) >= 0) &&
    (until === undefined || compareVersions(version, until) < 0)
  )
}

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
