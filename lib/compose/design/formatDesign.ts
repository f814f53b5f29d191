import { stringify } from 'yaml'
import { type JsonObject, type JsonValue, sortKeys } from '@/lib/base/json'
import type { Design } from './design'

/** A design as the YAML text that `parseDesign` reads: members in a fixed order, configurations sorted, so the same design gives the same bytes. */
export function formatDesign(design: Design): string {
  return stringify(designDocument(design), { lineWidth: 0, aliasDuplicateObjects: false })
}

/** The design as plain data in the order of the file; empty optional members are left out. */
export function designDocument(design: Design): JsonObject {
  const optional = (name: string, value: JsonObject | JsonValue[]) =>
    Object.keys(value).length > 0 ? { [name]: sortKeys(value) } : {}
  return {
    worker: design.worker,
    provisionerId: design.provisionerId,
    workerType: design.workerType,
    description: design.description,
    strict: design.strict,
    ...(design.workerVersion === undefined ? {} : { workerVersion: design.workerVersion }),
    ...(design.rootUrl === undefined ? {} : { rootUrl: design.rootUrl }),
    engine: { name: design.engine.name, config: sortKeys(design.engine.config) },
    plugins: sortKeys(design.plugins),
    ...optional('disabledPlugins', [...design.disabledPlugins].sort()),
    ...optional('otherEngines', design.otherEngines),
    settings: sortKeys(design.settings),
    ...optional('samples', design.samples),
    ...(design.transforms === undefined ? {} : { transforms: design.transforms }),
    ...optional('catalog', design.catalog ?? {}),
    ...optional('pool', design.pool ?? {}),
  }
}
