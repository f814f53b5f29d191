import type { Problem, Result } from '@/lib/base/problem'
import { CatalogError } from '@/lib/catalog/entry/catalogError'
import { checkEntry } from './checkEntry'
import type { Catalog, CatalogEntry, WorkerCatalog } from './entry/entry'
import { readEntryDocument } from './entry/entryDocument'
import { validateEntry } from './validateEntry'

/** One file of the catalog. `path` is relative to the root, with slashes: `engine-catalog/<worker>/<name>.yml`. */
export interface CatalogFile {
  path: string
  text: string
}

/**
 * The catalog that a set of files makes. Pure. Throws a CatalogError that lists every mistake: an entry that is wrong in
 * itself or against its worker, a file or folder that is not named after its entry, a worker without `worker.yml`.
 */
export function parseCatalog(files: CatalogFile[]): Catalog {
  const problems: Problem[] = []
  const entries: { file: string; entry: CatalogEntry }[] = []
  for (const { path, text } of files) {
    const result = parseEntry(text, path)
    problems.push(...result.problems)
    if (!result.ok) continue
    entries.push({ file: path, entry: result.value })
    const expected = expectedPath(result.value)
    if (path !== expected) problems.push(misplaced(path, `The file of this entry has to be ${expected}.`))
  }
  const workers: Record<string, WorkerCatalog> = {}
  for (const { entry } of entries) {
    if (entry.kind === 'worker') workers[entry.name] = { worker: entry, engines: {}, plugins: {} }
  }
  for (const { file, entry } of entries) {
    const catalog = Object.hasOwn(workers, entry.worker) ? workers[entry.worker] : undefined
    if (catalog === undefined) {
      problems.push(misplaced(file, `There is no engine-catalog/${entry.worker}/worker.yml.`))
      continue
    }
    problems.push(...checkEntry(entry, catalog.worker).map((problem) => ({ ...problem, file })))
    if (entry.kind === 'engine') catalog.engines[entry.name] = entry
    if (entry.kind === 'plugin') catalog.plugins[entry.name] = entry
  }
  if (problems.length > 0) throw new CatalogError('', problems.map(line).join('\n'))
  return { workers }
}

function expectedPath(entry: CatalogEntry): string {
  if (entry.kind === 'worker') return `engine-catalog/${entry.worker}/worker.yml`
  return `${entry.kind}-catalog/${entry.worker}/${entry.name}.yml`
}

function misplaced(file: string, message: string): Problem {
  return { code: 'entry-misplaced', severity: 'error', message, path: '', file }
}

function line({ file, line, path, message }: Problem): string {
  return [file, line, path]
    .filter((part) => part !== undefined && part !== '')
    .join(':')
    .concat(': ', message)
}

/**
 * Reads one catalog entry from YAML and checks it against `public/catalog-entry.schema.json`. Mistakes come back with line
 * and column. What an entry says about its worker's features is checked by `checkEntry`.
 */
export function parseEntry(text: string, file?: string): Result<CatalogEntry> {
  const document = readEntryDocument(text, file)
  return document.ok ? validateEntry(document.value, file) : document
}
