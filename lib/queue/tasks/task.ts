import { z } from 'zod'
import type { CreateTaskRequest } from '@/lib/queue/schemas/createTaskRequest'
import { jsonObjectSchema } from '@/lib/registry/jsonObjectSchema'

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
