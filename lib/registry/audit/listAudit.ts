import { and, desc, eq, gte, like, lt } from 'drizzle-orm'
import { z } from 'zod'
import type { Store } from '@/lib/registry/store/store'
import { jsonObjectSchema } from '@/lib/registry/store/storedValues'
import { audit } from '@/lib/registry/tables/serverTables'

const rowSchema = z.object({
  id: z.number(),
  entity: z.string(),
  action: z.string(),
  who: z.string(),
  at: z.date(),
  detail: jsonObjectSchema,
  address: z.string().nullable(),
  way: z.string().nullable(),
})

/** A row of the audit. */
type AuditRow = z.infer<typeof rowSchema>

/** Which rows of the audit; all of them where nothing is said. */
export interface AuditFilter {
  entity?: string
  /** the beginning of an entity, as in `task-queue:proj/` */
  entityPrefix?: string
  who?: string
  /** an action, or the beginning of some, as in `client.` */
  action?: string
  /** at that time or later */
  since?: Date
  /** before that time */
  until?: Date
}

/** The audit, newest first: what a filter lets through, before a row, at most `limit` rows. */
export async function listAudit(
  store: Store,
  { before, limit = 100, ...filter }: AuditFilter & { before?: number; limit?: number } = {},
): Promise<AuditRow[]> {
  const { entity, entityPrefix, who, action, since, until } = filter
  const begins = (text: string) => `${text.replace(/[\\%_]/g, '\\$&')}%`
  const rows = await store.database
    .select()
    .from(audit)
    .where(
      and(
        entity === undefined ? undefined : eq(audit.entity, entity),
        entityPrefix === undefined ? undefined : like(audit.entity, begins(entityPrefix)),
        who === undefined ? undefined : eq(audit.who, who),
        action === undefined ? undefined : like(audit.action, begins(action)),
        since && gte(audit.at, since),
        until && lt(audit.at, until),
        before === undefined ? undefined : lt(audit.id, before),
      ),
    )
    .orderBy(desc(audit.id))
    .limit(limit)
  return rows.map((row) => rowSchema.parse(row))
}

/** How the audit is written into a file. */
type AuditFormat = 'csv' | 'jsonl'

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
