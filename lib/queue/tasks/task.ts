import { z } from 'zod'
import { jsonObjectSchema } from '../../registry/jsonObjectSchema'
import type { CreateTaskRequest } from '../schemas/createTaskRequest'

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
  definition: jsonObjectSchema,
  state: z.enum(['unscheduled', 'pending', 'running', 'completed', 'failed', 'exception']),
  retriesLeft: z.number().int(),
  runs: z.array(jsonObjectSchema),
})

export type TaskRow = z.infer<typeof taskRowSchema>
