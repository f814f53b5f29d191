import type { BackupSummary } from '@/lib/backup/backupSummary'
import { leftOutTables } from '@/lib/backup/backupTables'

/** How many rows of how many tables, in words. */
export function rowCount({ rows }: BackupSummary): string {
  const counts = Object.values(rows)
  const tables = counts.filter((count) => count > 0).length
  return `${plural(
    counts.reduce((sum, count) => sum + count, 0),
    'row',
  )} of ${plural(tables, 'table')}`
}

/** Which clients have no access token in a backup, and what to do about it; '' where there are none. */
export function clientWords({ clients }: BackupSummary): string {
  if (clients.length === 0) return ''
  const shown = clients.slice(0, 10).join(', ')
  const more = clients.length > 10 ? ` and ${clients.length - 10} more` : ''
  const verb = clients.length === 1 ? 'needs' : 'need'
  return `${plural(clients.length, 'client')} ${verb} a new access token (${shown}${more}).`
}

/** The summary for programs. */
export function summaryJson(file: string, summary: BackupSummary, more: Record<string, unknown>): string {
  const { rows, sha256, clients, warnings } = summary
  const clientsWithoutToken = clients
  return `${JSON.stringify({ file, ...more, sha256, rows, clientsWithoutToken, leftOut: leftOutTables, warnings }, null, 2)}\n`
}

function plural(count: number, word: string): string {
  return `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`
}
