import { and, desc, eq, gte, like, lt } from 'drizzle-orm'
import { z } from 'zod'
import { jsonObjectSchema } from './jsonObjectSchema'
import type { Store } from './store'
import { audit } from './tables/audit'

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
export type AuditRow = z.infer<typeof rowSchema>

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
