import { builtInCatalogRoot } from './builtInCatalogRoot'
import type { Catalog } from './entry'
import { parseCatalog } from './parseCatalog'
import { type CatalogFile, readCatalogFiles } from './readCatalogFiles'

const loaded = new Map<string, Catalog>()

/**
 * The catalog under `root` (the built-in one where left out): all entries of `engine-catalog/` and `plugin-catalog/`,
 * checked. Read once in a process for each root; it must not be changed. Throws a CatalogError that lists every mistake.
 */
export function loadCatalog(root: string = builtInCatalogRoot()): Catalog {
  const known = loaded.get(root)
  if (known !== undefined) return known
  const files: CatalogFile[] = readCatalogFiles(root)
  const catalog = parseCatalog(files)
  loaded.set(root, catalog)
  return catalog
}
