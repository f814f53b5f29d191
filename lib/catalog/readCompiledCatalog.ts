import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CatalogError } from './catalogError'
import type { Catalog } from './entry'

/** What `compileCatalog` has written to `<root>/dist/catalog.json`, where it was made from files with this digest. */
export function readCompiledCatalog(root: string, digest: string): Catalog | undefined {
  const file = join(root, 'dist', 'catalog.json')
  if (!existsSync(file)) return undefined
  try {
    const compiled: { digest: string; catalog: Catalog } = JSON.parse(readFileSync(file, 'utf8'))
    return compiled.digest === digest ? compiled.catalog : undefined
  } catch (error) {
    throw new CatalogError(file, 'the file cannot be read; delete it or build again', { cause: error })
  }
}
