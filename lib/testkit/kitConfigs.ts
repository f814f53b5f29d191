import type { JsonValue } from '@/lib/base/json'
import { configSwitches } from '@/lib/catalog/custom/configSwitches'
import { measureTemplates } from '@/lib/catalog/custom/measureTemplates'
import { passesStartChecks } from '@/lib/catalog/custom/passesStartChecks'
import type { EngineEntry, PluginEntry } from '@/lib/catalog/entry'
import { hideSecrets } from './hideSecrets'

/** Configurations beyond these are left to the check of templates. */
const most = 24

/**
 * Configurations under which an entry is tested: the fullest one first, then those that differ in what its templates look at. At least one, which is
 * empty where its schema accepts none that could be found.
 */
export function kitConfigs(entry: EngineEntry | PluginEntry): JsonValue[] {
  const { names } = measureTemplates(entry)
  const found = (configSwitches(entry.configSchema, names) ?? []).filter((config) => passesStartChecks(entry, config))
  if (found.length === 0) return [{}]
  return found.slice(0, most).map((config) => hideSecrets(entry.configSchema, config))
}
