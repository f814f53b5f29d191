import type { Catalog } from '@/lib/catalog/entry'
import type { Design } from './design'

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
