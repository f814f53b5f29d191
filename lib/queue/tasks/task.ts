import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { equalJson, type JsonObject } from '@/lib/base/json'
import { ApiError } from '@/lib/queue/api/apiError'
import type { CreateTaskRequest } from '@/lib/queue/schemas/tasks'
import type { Database } from '@/lib/registry/store/store'
import { jsonObjectSchema } from '@/lib/registry/store/storedValues'
import { tasks } from '@/lib/registry/tables/queueTables'

/** A task definition with all defaults and in the Queue's form: what the method task answers. */
export interface TaskDefinition extends CreateTaskRequest {
  provisionerId: string
  workerType: string
  taskQueueId: string
  taskGroupId: string
  expires: string
}

/** A row of `tasks`. What the status repeats of the definition is checked; the rest was when the task was created. */
export const taskRowSchema = z.object({
  taskId: z.string(),
  taskQueueId: z.string(),
  taskGroupId: z.string(),
  definition: jsonObjectSchema,
  deadline: z.date(),
  expires: z.date(),
  state: z.enum(['unscheduled', 'pending', 'running', 'completed', 'failed', 'exception']),
  retriesLeft: z.number().int(),
  runs: z.array(jsonObjectSchema),
  scheduled: z.date().nullable(),
})

export type TaskRow = z.infer<typeof taskRowSchema>

/** The states of tasks that something may still become of. */
export const unresolvedStates = ['unscheduled', 'pending', 'running'] as const

const repeated = [
  ...['provisionerId', 'workerType', 'taskQueueId', 'schedulerId', 'projectId', 'taskGroupId'],
  ...['priority', 'deadline', 'expires'],
]

/** Where a task stands, as createTask and status answer it. */
export function taskStatus({ taskId, definition, retriesLeft, state, runs }: TaskRow): JsonObject {
  const fromDefinition = repeated.map((name) => [name, definition[name] ?? null] as const)
  return { taskId, ...Object.fromEntries(fromDefinition), retriesLeft, state, runs }
}

/** The task with this id, or undefined. */
export async function readTask(database: Database, taskId: string): Promise<TaskRow | undefined> {
  const rows = await database.select().from(tasks).where(eq(tasks.taskId, taskId))
  return rows[0] && taskRowSchema.parse(rows[0])
}

/** The task with this id. Throws ResourceNotFound. */
export async function findTask(database: Database, taskId: string): Promise<TaskRow> {
  const row = await readTask(database, taskId)
  if (row !== undefined) return row
  throw new ApiError('ResourceNotFound', `Task \`${taskId}\` not found. Are you sure it was created?`)
}

/** The task that is there, if it has this very definition. Throws RequestConflict. */
export function sameTask(found: TaskRow | undefined, taskId: string, definition: JsonObject): TaskRow {
  if (found !== undefined && equalJson(found.definition, definition)) return found
  throw new ApiError(
    'RequestConflict',
    `taskId \`${taskId}\` already used by another task.\n` +
      'Its definition is another one; a repetition must have the same dates as the first request.',
  )
}

/** The row of a task that was just created, pending or waiting for its dependencies. */
export function newTaskRow(taskId: string, definition: TaskDefinition, now: Date, pending: boolean): TaskRow {
  return {
    taskId,
    taskQueueId: definition.taskQueueId,
    taskGroupId: definition.taskGroupId,
    definition: { ...definition },
    deadline: new Date(definition.deadline),
    expires: new Date(definition.expires),
    state: pending ? 'pending' : 'unscheduled',
    retriesLeft: definition.retries,
    runs: pending ? [firstRun(now)] : [],
    scheduled: pending ? now : null,
  }
}

/** The run of a task that became pending. */
export function firstRun(now: Date): JsonObject {
  return { runId: 0, state: 'pending', reasonCreated: 'scheduled', scheduled: now.toJSON() }
}
