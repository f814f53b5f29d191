import { asc, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Store } from './store'
import { versions } from './tables/versions'
import { outcomeSchema } from './version'

const summarySchema = z.object({
  taskQueueId: z.string(),
  number: z.number().int(),
  description: z.string(),
  schemaSha256: z.string(),
  expires: z.date(),
  rootUrl: z.string(),
  author: z.string(),
  outcome: outcomeSchema.nullable(),
  resolvedAt: z.date().nullable(),
})

/** A worker type in a list: its current version without design and schemas. */
export type WorkerTypeSummary = z.infer<typeof summarySchema>

/** The registered worker types with their current versions, by task queue id. */
export async function listWorkerTypes(store: Store): Promise<WorkerTypeSummary[]> {
  const { taskQueueId, number, description, schemaSha256, expires, rootUrl, author, outcome, resolvedAt } = versions
  const rows = await store.database
    .selectDistinctOn([taskQueueId], {
      taskQueueId,
      number,
      description,
      schemaSha256,
      expires,
      rootUrl,
      author,
      outcome,
      resolvedAt,
    })
    .from(versions)
    .where(eq(versions.state, 'acknowledged'))
    .orderBy(asc(taskQueueId), desc(number))
  return rows.map((row) => summarySchema.parse(row))
}
