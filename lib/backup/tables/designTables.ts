import { parseCustomEntry } from '@/lib/catalog/parseCustomEntry'
import { checkText } from '@/lib/registry/store/storedValues'
import { customEntries, drafts } from '@/lib/registry/tables/designTables'
import { backupTable, type RowFinding, wrong } from './backupTable'

const entries = backupTable('custom_entries', customEntries, {
  key: ['worker', 'kind', 'name', 'version'],
  keep: ['worker', 'kind', 'name', 'version', 'author', 'createdAt', 'text'],
  check: (row, { catalog }) => {
    const parsed = parseCustomEntry(row.text, catalog)
    if (!parsed.ok) {
      // the app keeps such an entry, too, and leaves it out of the catalog
      const message = `${row.kind} ${row.name} ${row.version} is not accepted any more: ${parsed.problems[0]?.message ?? ''}`
      return [{ column: 'text', message, severity: 'warning' }]
    }
    const same = (['worker', 'kind', 'name', 'version'] as const).every((part) => parsed.value[part] === row[part])
    return same ? [] : [wrong('text', 'the text is another entry than the row says')]
  },
})

const designs = backupTable('drafts', drafts, {
  key: ['id'],
  keep: ['id', 'title', 'revision', 'author', 'createdAt', 'updatedAt', 'document'],
  check: (row) => tooLarge('document', row.document),
})

/** Finds a text that the app would not keep. */
export function tooLarge(column: string, text: string, limit?: number): RowFinding[] {
  return checkText(text, column, limit).map(({ message }) => wrong(column, message))
}

/** What people write: catalog entries, and designs that are being edited. */
export const designTables = [entries, designs]
