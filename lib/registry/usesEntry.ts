import { compareVersions } from '@/lib/catalog/compareVersions'
import type { UsedEntries } from '@/lib/compose/usedEntries'
import { entryLabel } from './entryName'
import type { EntryKey } from './storedEntry'

/**
 * Whether a design is made with this version of an entry: with the one that it pins, where that is among `versions`, else with the newest.
 * A text that cannot be read as a design counts as using every version.
 */
export function usesEntry(used: UsedEntries | undefined, key: EntryKey, versions: readonly string[]): boolean {
  if (used === undefined) return true
  if (used.worker !== key.worker) return false
  if (!(key.kind === 'plugin' ? used.plugins : used.engines).includes(key.name)) return false
  const label = entryLabel(key)
  const pinned = Object.hasOwn(used.pins, label) ? used.pins[label] : undefined
  if (pinned !== undefined && versions.includes(pinned)) return pinned === key.version
  return versions.every((version) => compareVersions(version, key.version) <= 0)
}
