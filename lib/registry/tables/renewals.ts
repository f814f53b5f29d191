import { bigint, boolean, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './instant'
import { jsonText } from './jsonText'

/** Declarations of a registered version that were sent again, to last longer or to put it back. Once resolved, a row never changes. */
export const renewals = pgTable(
  'renewals',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    taskQueueId: text().notNull(),
    number: integer().notNull(),
    whole: boolean().notNull(),
    expires: instant().notNull(),
    author: text().notNull(),
    message: text().notNull(),
    createdAt: instant().notNull(),
    state: text({ enum: ['intended', 'acknowledged', 'failed'] }).notNull(),
    queueAnswer: jsonText(),
    resolvedAt: instant(),
  },
  (table) => [
    index('renewals_task_queue_id').on(table.taskQueueId, table.id),
    index('renewals_state').on(table.state, table.id),
  ],
)
