import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { withoutEnd } from '@/lib/base/texts'
import type { EngineEntry, PluginEntry, WorkerEntry } from '@/lib/catalog/entry/entry'
import { referenceKey } from './references'

/**
 * Members of a configuration that name a service of the deployment: in its schema they carry `baseUrlOf: <service>`. Their usual
 * value is `<rootUrl>/api/<service>/v1` (facts on taskcluster-worker, section 1).
 */
export function baseUrlMembers(entry: EngineEntry | PluginEntry | WorkerEntry): [name: string, service: string][] {
  const properties = entry.configSchema.properties
  if (!isJsonObject(properties)) return []
  return Object.entries(properties).flatMap(([name, schema]) =>
    isJsonObject(schema) && typeof schema.baseUrlOf === 'string' ? [[name, schema.baseUrlOf] as [string, string]] : [],
  )
}

/** Fills in the base URLs that a configuration leaves out. */
export function withBaseUrls(
  config: JsonValue,
  entry: EngineEntry | PluginEntry | WorkerEntry,
  rootUrl: string,
): JsonValue {
  if (!isJsonObject(config) || referenceKey(config) !== undefined) return config
  const missing = baseUrlMembers(entry).filter(([name]) => !Object.hasOwn(config, name))
  return { ...config, ...Object.fromEntries(missing.map(([name, service]) => [name, serviceUrl(rootUrl, service)])) }
}

/** Takes away the base URLs that `withBaseUrls` would fill in again. */
export function withoutBaseUrls(
  config: JsonObject,
  entry: EngineEntry | PluginEntry | WorkerEntry,
  rootUrl: string,
): JsonObject {
  const usual = baseUrlMembers(entry).filter(([name, service]) => config[name] === serviceUrl(rootUrl, service))
  const names = new Set(usual.map(([name]) => name))
  return Object.fromEntries(Object.entries(config).filter(([name]) => !names.has(name)))
}

/** The rootUrl that all base URLs of the settings agree on; undefined where they do not, or one is missing. */
export function commonRootUrl(settings: JsonObject, entry: WorkerEntry): string | undefined {
  const members = baseUrlMembers(entry)
  const roots = members.map(([name, service]) => {
    const value = settings[name]
    const suffix = serviceUrl('', service)
    return typeof value === 'string' && value.endsWith(suffix) ? value.slice(0, -suffix.length) : undefined
  })
  const [first] = roots
  return first !== undefined && first !== '' && roots.every((root) => root === first) ? first : undefined
}

function serviceUrl(rootUrl: string, service: string): string {
  return `${withoutEnd(rootUrl, '/')}/api/${service}/v1`
}
