import { isJsonObject, type JsonValue } from '../base/json'
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
