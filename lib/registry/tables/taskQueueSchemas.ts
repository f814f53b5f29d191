import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from './instant'
import { jsonText } from './jsonText'

/** Payload schemas that were declared to the Queue; immutable. */
export const taskQueueSchemas = pgTable(
  'task_queue_schemas',
  {
    taskQueueId: text().notNull(),
    version: integer().notNull(),
    schemaSha256: text().notNull(),
    payloadSchema: jsonText().notNull(),
    declaredBy: text().notNull(),
    declaredAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.taskQueueId, table.version] }),
    index('task_queue_schemas_sha256').on(table.schemaSha256),
  ],
)
