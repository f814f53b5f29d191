import { and, eq, gt } from 'drizzle-orm'
import { z } from 'zod'
import { jsonObjectSchema } from '@/lib/registry/jsonObjectSchema'
import type { Store } from '@/lib/registry/store'
import { taskQueueSchemas } from '@/lib/registry/tables/taskQueueSchemas'
import { taskQueues } from '@/lib/registry/tables/taskQueues'

const rowSchema = z.object({
  taskQueueId: z.string(),
  version: z.number().int(),
  schemaSha256: z.string(),
  payloadSchema: jsonObjectSchema,
  declaredBy: z.string(),
  declaredAt: z.date(),
  expires: z.date(),
})

/** A payload schema that the Queue holds, who declared it, and how long it is in force. */
export type SchemaInForce = z.infer<typeof rowSchema>

/** The payload schema in force for a task queue; undefined where there is none, or the task queue is expired. */
export async function readSchemaInForce(
  store: Store,
  taskQueueId: string,
  now: Date,
): Promise<SchemaInForce | undefined> {
  const { version, schemaSha256, payloadSchema, declaredBy, declaredAt } = taskQueueSchemas
  const rows = await store.database
    .select({
      taskQueueId: taskQueues.taskQueueId,
      version,
      schemaSha256,
      payloadSchema,
      declaredBy,
      declaredAt,
      expires: taskQueues.expires,
    })
    .from(taskQueues)
    .innerJoin(
      taskQueueSchemas,
      and(eq(taskQueueSchemas.taskQueueId, taskQueues.taskQueueId), eq(version, taskQueues.schemaVersion)),
    )
    .where(and(eq(taskQueues.taskQueueId, taskQueueId), gt(taskQueues.expires, now)))
  return rows[0] && rowSchema.parse(rows[0])
}
