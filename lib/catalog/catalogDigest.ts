import { createHash } from 'node:crypto'
import schema from '../../public/catalog-entry.schema.json'
import type { CatalogFile } from './readCatalogFiles'

/** SHA-256 (hex) of the catalog's files and of the format they are checked against. */
export function catalogDigest(files: CatalogFile[]): string {
  return createHash('sha256')
    .update(JSON.stringify([schema, files.map(({ path, text }) => [path, text])]))
    .digest('hex')
}
