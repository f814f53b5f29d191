import type { Result } from '@/lib/base/problem'
import type { CatalogEntry } from './entry'
import { readEntryDocument } from './entryDocument'
import { validateEntry } from './validateEntry'

/**
 * Reads one catalog entry from YAML and checks it against `public/catalog-entry.schema.json`. Mistakes come back with line
 * and column. What an entry says about its worker's features is checked by `checkEntry`.
 */
export function parseEntry(text: string, file?: string): Result<CatalogEntry> {
  const document = readEntryDocument(text, file)
  return document.ok ? validateEntry(document.value, file) : document
}
