import { integer, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './instant'

/** The Queue's task queues. A row with a schema points at the version of it that is in force. */
export const taskQueues = pgTable('task_queues', {
  taskQueueId: text().primaryKey(),
  description: text().notNull(),
  stability: text({ enum: ['experimental', 'stable', 'deprecated'] }).notNull(),
  expires: instant().notNull(),
  lastDateActive: instant().notNull(),
  schemaSha256: text(),
  schemaVersion: integer(),
})
