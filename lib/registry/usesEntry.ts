import { compareVersions } from '../catalog/compareVersions'
import { parseDesign } from '../compose/parseDesign'
import { entryLabel } from './entryName'
import type { EntryKey } from './storedEntry'

/**
 * Whether a design is made with this version of an entry: with the one that it pins, where that is among `versions`, else with the newest.
 * A text that cannot be read as a design counts as using every version of what it mentions.
 */
export function usesEntry(document: string, key: EntryKey, versions: readonly string[]): boolean {
  if (!document.includes(key.name)) return false
  const parsed = parseDesign(document)
  if (!parsed.ok) return true
  const { worker, engine, otherEngines, plugins, disabledPlugins, catalog = {} } = parsed.value.design
  if (worker !== key.worker) return false
  const names =
    key.kind === 'plugin'
      ? [...Object.keys(plugins), ...disabledPlugins]
      : [...(typeof engine.name === 'string' ? [engine.name] : []), ...Object.keys(otherEngines)]
  if (!names.includes(key.name)) return false
  const label = entryLabel(key)
  const pinned = Object.hasOwn(catalog, label) ? catalog[label] : undefined
  if (pinned !== undefined && versions.includes(pinned)) return pinned === key.version
  return versions.every((version) => compareVersions(version, key.version) <= 0)
}
