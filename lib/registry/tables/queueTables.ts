import { boolean, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, jsonText } from './columns'

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

/** Task groups: the scheduler that owns one, and when its last task expires. */
export const taskGroups = pgTable('task_groups', {
  taskGroupId: text().primaryKey(),
  schedulerId: text().notNull(),
  expires: instant().notNull(),
  sealed: instant(),
})

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

/** Worker pools of the embedded worker-manager. A pool that is to go has the provider `null-provider`, as in the released one. */
export const workerPools = pgTable('worker_pools', {
  workerPoolId: text().primaryKey(),
  providerId: text().notNull(),
  description: text().notNull(),
  config: jsonText().notNull(),
  owner: text().notNull(),
  emailOnError: boolean().notNull(),
  created: instant().notNull(),
  lastModified: instant().notNull(),
})
