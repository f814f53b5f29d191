import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CatalogError } from './catalogError'

/**
 * The folder that holds `engine-catalog` and `plugin-catalog`: the nearest one above this code, so that it is found from
 * the sources, from a bundle in `dist` and from an installed package alike; else the working directory.
 */
export function builtInCatalogRoot(): string {
  const here: string | undefined = import.meta.url
  const starts = here?.startsWith('file:') ? [dirname(fileURLToPath(here)), process.cwd()] : [process.cwd()]
  for (const start of starts) {
    for (let folder = start; ; folder = dirname(folder)) {
      if (existsSync(join(folder, 'engine-catalog'))) return folder
      if (folder === dirname(folder)) break
    }
  }
  throw new CatalogError('', `no folder engine-catalog above ${starts.join(' or ')}`)
}
