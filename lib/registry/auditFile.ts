import { type AuditFilter, type AuditRow, listAudit } from './listAudit'
import type { Store } from './store'

/** How the audit is written into a file. */
export type AuditFormat = 'csv' | 'jsonl'

const columns = ['id', 'at', 'who', 'action', 'entity', 'address', 'way', 'detail'] as const
const rowsAtOnce = 1000

/** The audit as the lines of a file, newest first, read bit by bit: CSV with a line of names, or a JSON object a line. */
export async function* auditFile(store: Store, filter: AuditFilter, format: AuditFormat): AsyncGenerator<string> {
  if (format === 'csv') yield `${columns.join(',')}\r\n`
  let before: number | undefined
  for (;;) {
    const rows = await listAudit(store, { ...filter, before, limit: rowsAtOnce })
    if (rows.length > 0) yield rows.map(format === 'csv' ? csvLine : jsonLine).join('')
    before = rows.at(-1)?.id
    if (rows.length < rowsAtOnce) return
  }
}

function jsonLine({ at, ...row }: AuditRow): string {
  return `${JSON.stringify({ ...row, at: at.toJSON() })}\n`
}

function csvLine(row: AuditRow): string {
  const cells = { ...row, at: row.at.toJSON(), detail: JSON.stringify(row.detail) }
  return `${columns.map((name) => csvCell(String(cells[name] ?? ''))).join(',')}\r\n`
}

/** A spreadsheet takes what begins with such a sign for a formula. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
