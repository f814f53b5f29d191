import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'

/** Which tasks wait for a task, and for what. */
export const taskDependencies = pgTable(
  'task_dependencies',
  {
    /** the task that is waited for */
    taskId: text().notNull(),
    dependentTaskId: text().notNull(),
    requires: text({ enum: ['all-completed', 'all-resolved'] }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.taskId, table.dependentTaskId] }),
    index('task_dependencies_dependent').on(table.dependentTaskId),
  ],
)
