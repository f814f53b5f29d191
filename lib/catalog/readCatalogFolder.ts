import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import type { CustomEntry } from './custom/customEntry'
import type { Catalog } from './entry/entry'
import { parseCustomEntry } from './parseCustomEntry'
import { withCustomEntries } from './withCustomEntries'

/** A file of a catalog folder: the entry in it, or why there is none. */
export interface CatalogFolderFile {
  /** path of the file */
  file: string
  entry?: CustomEntry
  problems: Problem[]
}

const largestFile = 256 * 1024
const mostFiles = 500

/**
 * Reads the custom entries in a folder: every `*.yml` and `*.yaml` directly in it, sorted by name, each checked with `parseCustomEntry` against the
 * catalog and the files before it. A bad file has its problems and never stops the others. Fails with `catalog-folder-unreadable`.
 */
export function readCatalogFolder(folder: string, catalog: Catalog): Result<CatalogFolderFile[]> {
  let names: string[]
  try {
    names = readdirSync(folder)
      .filter((name) => /\.ya?ml$/.test(name) && !name.startsWith('.'))
      .sort()
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'
    const message = `The catalog folder ${folder} cannot be read (${reason}).`
    return fail([
      { ...problem('catalog-folder-unreadable', message, folder), help: 'Check CATALOG_DIR or --catalog-dir.' },
    ])
  }
  if (names.length > mostFiles) {
    const message = `The catalog folder ${folder} has ${names.length} files; at most ${mostFiles} are read.`
    return fail([problem('catalog-folder-unreadable', message, folder)])
  }
  const files: CatalogFolderFile[] = []
  let extended = catalog
  for (const name of names) {
    const file = join(folder, name)
    const read = readEntryFile(file)
    const parsed = read.ok ? parseCustomEntry(read.value, extended, file) : read
    const twin = parsed.ok ? files.find(({ entry }) => entry && isSame(entry, parsed.value)) : undefined
    if (twin !== undefined) {
      files.push({ file, problems: [problem('entry-doubled', `The same entry is in ${twin.file} already.`, file)] })
    } else if (parsed.ok) {
      files.push({ file, entry: parsed.value, problems: [] })
      extended = withCustomEntries(extended, [parsed.value])
    } else {
      files.push({ file, problems: parsed.problems })
    }
  }
  return succeed(files)
}

function readEntryFile(file: string): Result<string> {
  try {
    const stat = statSync(file)
    if (!stat.isFile()) return fail([problem('entry-unreadable', 'This is no file.', file)])
    if (stat.size > largestFile) {
      const message = `The entry has ${Math.ceil(stat.size / 1024).toLocaleString('en')} KB; at most ${largestFile / 1024} KB are read.`
      return fail([problem('entry-too-large', message, file)])
    }
    return succeed(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)))
  } catch (error) {
    const message = error instanceof TypeError ? 'The file is no UTF-8 text.' : 'The file cannot be read.'
    return fail([problem('entry-unreadable', message, file)])
  }
}

function isSame(a: CustomEntry, b: CustomEntry): boolean {
  return a.worker === b.worker && a.kind === b.kind && a.name === b.name && a.version === b.version
}

function problem(code: string, message: string, file: string): Problem {
  return { code, severity: 'error', message, path: '', file }
}
