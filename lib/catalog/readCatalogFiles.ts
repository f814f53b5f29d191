import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One file of the catalog. `path` is relative to the root, with slashes: `engine-catalog/<worker>/<name>.yml`. */
export interface CatalogFile {
  path: string
  text: string
}

/** All entries under `root`, as text, sorted by path. Throws what the file system throws. */
export function readCatalogFiles(root: string): CatalogFile[] {
  const files: CatalogFile[] = []
  for (const folder of ['engine-catalog', 'plugin-catalog']) {
    if (!existsSync(join(root, folder))) continue
    for (const worker of readdirSync(join(root, folder)).sort()) {
      for (const name of readdirSync(join(root, folder, worker)).sort()) {
        if (!name.endsWith('.yml')) continue
        files.push({
          path: `${folder}/${worker}/${name}`,
          text: readFileSync(join(root, folder, worker, name), 'utf8'),
        })
      }
    }
  }
  return files
}
