import { index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { instant } from './instant'
import { jsonText } from './jsonText'

/** Tasks that the Queue accepted: the definition with its defaults filled in, and where the task stands. */
export const tasks = pgTable(
  'tasks',
  {
    taskId: text().primaryKey(),
    taskQueueId: text().notNull(),
    taskGroupId: text().notNull(),
    definition: jsonText().notNull(),
    deadline: instant().notNull(),
    expires: instant().notNull(),
    state: text({ enum: ['unscheduled', 'pending', 'running', 'completed', 'failed', 'exception'] }).notNull(),
    retriesLeft: integer().notNull(),
    runs: jsonText().notNull(),
    /** since when its newest run is pending or was; null while it is unscheduled */
    scheduled: instant(),
  },
  (table) => [
    index('tasks_task_group_id').on(table.taskGroupId, table.taskId),
    index('tasks_task_queue_id').on(table.taskQueueId, table.state, table.scheduled, table.taskId),
  ],
)
