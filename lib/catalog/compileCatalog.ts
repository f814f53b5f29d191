import { catalogDigest } from './catalogDigest'
import { parseCatalog } from './parseCatalog'
import { readCatalogFiles } from './readCatalogFiles'

/**
 * The catalog under `root`, read and checked, as the text of `<root>/dist/catalog.json`: `{digest, catalog}`. A build writes
 * it, and `loadCatalog` takes it as long as the digest says that the files are still the same. Throws as `loadCatalog` does.
 */
export function compileCatalog(root: string): string {
  const files = readCatalogFiles(root)
  return `${JSON.stringify({ digest: catalogDigest(files), catalog: parseCatalog(files) })}\n`
}
