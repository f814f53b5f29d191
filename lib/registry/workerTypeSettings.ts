import { z } from 'zod'

/** A row of `worker_type_settings`. */
export const workerTypeSettingsSchema = z.object({
  taskQueueId: z.string(),
  automaticRenewal: z.boolean(),
  changedBy: z.string(),
  changedAt: z.date(),
})

/** What admins have decided about a registered worker type, whatever its version; who did, and when. */
export type WorkerTypeSettings = z.infer<typeof workerTypeSettingsSchema>
