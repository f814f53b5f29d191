import { and, desc, eq, lt } from 'drizzle-orm'
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
})

/** A row of the audit. */
export type AuditRow = z.infer<typeof rowSchema>

/** The audit, newest first: of one entity or of all, before a row, at most `limit` rows. */
export async function listAudit(
  store: Store,
  { entity, before, limit = 100 }: { entity?: string; before?: number; limit?: number } = {},
): Promise<AuditRow[]> {
  const rows = await store.database
    .select()
    .from(audit)
    .where(and(entity === undefined ? undefined : eq(audit.entity, entity), before ? lt(audit.id, before) : undefined))
    .orderBy(desc(audit.id))
    .limit(limit)
  return rows.map((row) => rowSchema.parse(row))
}
