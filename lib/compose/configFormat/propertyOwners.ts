import { isJsonObject, type JsonObject } from '@/lib/base/json'
import { pointerSegments } from '@/lib/base/path'
import type { PluginEntry, WorkerCatalog } from '@/lib/catalog/entry'
import { whyPluginUnknown, whyUnknown } from '@/lib/catalog/whyUnknown'

/** Whose a property of a configuration is: a setting, one of a plugin, or the switch of a plugin. */
export type PropertyOwner = { schema: JsonObject } & ({ plugin?: PluginEntry } | { switchOf: PluginEntry })

/** A build of the worker program, by engine and version. */
export interface ConfigBuild {
  worker: WorkerCatalog
  engine: string
  version: string
}

/** Every property that a build knows and a design may set, as segments joined by `/`, and whose it is. */
export function propertyOwners({ worker, engine, version }: ConfigBuild): Map<string, PropertyOwner> {
  const owners = new Map<string, PropertyOwner>()
  const take = ({ properties }: JsonObject, place: string[], plugin?: PluginEntry) => {
    for (const [name, schema] of Object.entries(isJsonObject(properties) ? properties : {})) {
      if (whyUnknown(schema, engine, version) !== undefined) continue
      owners.set([...place, name].join('/'), {
        schema: isJsonObject(schema) ? schema : {},
        ...(plugin === undefined ? {} : { plugin }),
      })
    }
  }
  take(worker.worker.configSchema, [])
  for (const plugin of Object.values(worker.plugins)) {
    if (whyPluginUnknown(plugin, engine, version) !== undefined) continue
    if (plugin.switch !== undefined) {
      owners.set(pointerSegments(plugin.switch.path).join('/'), { schema: { type: 'boolean' }, switchOf: plugin })
    }
    take(plugin.configSchema, pointerSegments(plugin.configAt ?? ''), plugin)
  }
  return owners
}

/** Whether the configuration of an engine has a property that switches a plugin on. */
export function isSwitched(entry: PluginEntry, engine: string): boolean {
  return entry.switch !== undefined && (entry.switch.engines?.includes(engine) ?? true)
}
