import { boolean, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './instant'

/** What admins have decided about a registered worker type, whatever its version. */
export const workerTypeSettings = pgTable('worker_type_settings', {
  taskQueueId: text().primaryKey(),
  automaticRenewal: boolean().notNull(),
  changedBy: text().notNull(),
  changedAt: instant().notNull(),
})
