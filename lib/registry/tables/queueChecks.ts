import { integer, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './instant'
import { jsonText } from './jsonText'

/** What the last comparison of a registered worker type with its Queue has found. */
export const queueChecks = pgTable('queue_checks', {
  taskQueueId: text().primaryKey(),
  number: integer().notNull(),
  checkedAt: instant().notNull(),
  report: jsonText().notNull(),
})
