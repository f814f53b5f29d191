import type { Catalog } from '@/lib/catalog/entry'
import type { Composition } from './composition'

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
