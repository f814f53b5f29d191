import { z } from 'zod'
import { jsonObjectSchema } from './jsonObjectSchema'

/** A row of `queue_checks`. */
export const queueCheckSchema = z.object({
  taskQueueId: z.string(),
  number: z.number().int().positive(),
  checkedAt: z.date(),
  report: jsonObjectSchema,
})

/** What a comparison of version `number` with its Queue has found: a report of the registrar's, with its `state`. */
export type QueueCheck = z.infer<typeof queueCheckSchema>
