import { builtInCatalogRoot } from './builtInCatalogRoot'
import { catalogDigest } from './catalogDigest'
import type { Catalog } from './entry'
import { parseCatalog } from './parseCatalog'
import { readCatalogFiles } from './readCatalogFiles'
import { readCompiledCatalog } from './readCompiledCatalog'

const loaded = new Map<string, Catalog>()

/**
 * The catalog under `root` (the built-in one where left out): all entries of `engine-catalog/` and `plugin-catalog/`,
 * checked, or the same from `dist/catalog.json` where a build has made that from these very files. Read once in a process
 * for each root; the result is shared and must not be changed. Throws a CatalogError that lists every mistake.
 */
export function loadCatalog(root: string = builtInCatalogRoot()): Catalog {
  const known = loaded.get(root)
  if (known !== undefined) return known
  const files = readCatalogFiles(root)
  const catalog = readCompiledCatalog(root, catalogDigest(files)) ?? parseCatalog(files)
  loaded.set(root, catalog)
  return catalog
}
