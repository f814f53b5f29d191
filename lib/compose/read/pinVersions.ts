import type { Catalog } from '@/lib/catalog/entry/entry'
import type { Composition } from '@/lib/compose/composition'
import type { Design } from '@/lib/compose/design/design'
import { parseDesign } from './parseDesign'

/**
 * The design with the versions that the catalog has of the entries it uses: the worker, the engine (where it is named, not referred to) and all
 * plugins, also those that are off. Names that the catalog does not have stay unpinned.
 */
export function pinVersions(design: Design, catalog: Catalog): Design {
  const worker = Object.hasOwn(catalog.workers, design.worker) ? catalog.workers[design.worker] : undefined
  if (worker === undefined) return design
  const { name } = design.engine
  const engine = typeof name === 'string' && Object.hasOwn(worker.engines, name) ? [worker.engines[name]] : []
  const plugins = Object.keys(design.plugins)
    .filter((plugin) => Object.hasOwn(worker.plugins, plugin))
    .map((plugin) => worker.plugins[plugin])
  const entries = [worker.worker, ...engine, ...plugins].filter((entry) => entry !== undefined)
  return {
    ...design,
    catalog: Object.fromEntries(entries.map((entry) => [`${entry.kind} ${entry.name}`, entry.version])),
  }
}

/** Which entries of the catalog a design mentions. */
export interface UsedEntries {
  worker: string
  plugins: string[]
  engines: string[]
  /** the versions that it pins, by label */
  pins: Record<string, string>
}

/** What a text uses; undefined where it cannot be read as a design. */
export function usedEntries(document: string): UsedEntries | undefined {
  const parsed = parseDesign(document)
  if (!parsed.ok) return undefined
  const { worker, engine, otherEngines, plugins, disabledPlugins, catalog = {} } = parsed.value.design
  return {
    worker,
    plugins: [...Object.keys(plugins), ...disabledPlugins],
    engines: [...(typeof engine.name === 'string' ? [engine.name] : []), ...Object.keys(otherEngines)],
    pins: catalog,
  }
}

/** Versions of the catalog entries that a composition was made from, by label: `engine native`, `plugin cache`, `worker taskcluster-worker`. */
export function catalogVersions(composition: Composition, catalog: Catalog): Record<string, string> {
  const worker = catalog.workers[composition.worker]
  if (!worker) return {}
  const versions: Record<string, string> = { [`worker ${worker.worker.name}`]: worker.worker.version }
  const engine = worker.engines[composition.engine]
  if (engine) versions[`engine ${engine.name}`] = engine.version
  for (const name of composition.plugins) {
    const plugin = worker.plugins[name]
    if (plugin) versions[`plugin ${name}`] = plugin.version
  }
  return versions
}
