import type { Catalog, CatalogEntry } from '@/lib/catalog/entry'

/** The entry that an address names, or undefined. */
export function findEntry(
  catalog: Catalog,
  { worker, kind, name }: { worker: string; kind: string; name: string },
): CatalogEntry | undefined {
  if (!Object.hasOwn(catalog.workers, worker)) return undefined
  const known = catalog.workers[worker]
  if (kind === 'worker') return known?.worker.name === name ? known.worker : undefined
  const entries: Record<string, CatalogEntry> | undefined =
    kind === 'engine' ? known?.engines : kind === 'plugin' ? known?.plugins : undefined
  return entries !== undefined && Object.hasOwn(entries, name) ? entries[name] : undefined
}
