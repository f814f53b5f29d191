import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CatalogError } from '@/lib/catalog/entry/catalogError'
import schema from '@/public/catalog-entry.schema.json'
import type { Catalog } from './entry/entry'
import { type CatalogFile, parseCatalog } from './parseCatalog'

// All that the catalog reads from disk is read here; the rest of the room is pure.

// The app bundles its pages and route handlers apart from each other, and they share what was read. `npm run dev` forgets it when a file
// of the catalog has changed (scripts/steps/watchSources.mjs).
const kept: { [key: symbol]: Map<string, Catalog> | undefined } = globalThis
const key = Symbol.for('worker-type-designer.catalogs')

/**
 * The catalog under `root` (the built-in one where left out): all entries of `engine-catalog/` and `plugin-catalog/`,
 * checked, or the same from `dist/catalog.json` where a build has made that from these very files. Read once in a process
 * for each root; the result is shared and must not be changed. Throws a CatalogError that lists every mistake.
 */
export function loadCatalog(root: string = builtInCatalogRoot()): Catalog {
  kept[key] ??= new Map()
  const loaded = kept[key]
  const known = loaded.get(root)
  if (known !== undefined) return known
  const files = readFiles(root)
  const catalog = readCompiled(root, digestOf(files)) ?? parseCatalog(files)
  loaded.set(root, catalog)
  return catalog
}

/**
 * The catalog under `root`, read and checked, as the text of `<root>/dist/catalog.json`: `{digest, catalog}`. A build writes
 * it, and `loadCatalog` takes it as long as the digest says that the files are still the same. Throws as `loadCatalog` does.
 */
export function compileCatalog(root: string = builtInCatalogRoot()): string {
  const files = readFiles(root)
  return `${JSON.stringify({ digest: digestOf(files), catalog: parseCatalog(files) })}\n`
}

/**
 * The folder that holds `engine-catalog` and `plugin-catalog`: the nearest one above this code, so that it is found from
 * the sources, from a bundle in `dist` and from an installed package alike; else above the working directory.
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

/** All entries under `root`, as text, sorted by path. */
function readFiles(root: string): CatalogFile[] {
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

/** SHA-256 (hex) of the files and of the format they are checked against. */
function digestOf(files: CatalogFile[]): string {
  return createHash('sha256')
    .update(JSON.stringify([schema, files.map(({ path, text }) => [path, text])]))
    .digest('hex')
}

/** What a build has written to `dist/catalog.json`, where it was made from files with this digest. */
function readCompiled(root: string, digest: string): Catalog | undefined {
  const file = join(root, 'dist', 'catalog.json')
  if (!existsSync(file)) return undefined
  try {
    const compiled: { digest: string; catalog: Catalog } = JSON.parse(readFileSync(file, 'utf8'))
    return compiled.digest === digest ? compiled.catalog : undefined
  } catch (error) {
    throw new CatalogError(file, 'the file cannot be read; delete it or build again', { cause: error })
  }
}
