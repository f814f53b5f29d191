import { desc, eq, sql } from 'drizzle-orm'
import { equalJson, type JsonObject } from '@/lib/base/json'
import { recordAudit } from '@/lib/registry/audit/recordAudit'
import type { Database, Store } from '@/lib/registry/store/store'
import { taskQueueSchemas, taskQueues } from '@/lib/registry/tables/queueTables'
import { schemaSha256, type TaskQueue, taskQueueSchema } from './taskQueue'

const fiveDays = 5 * 24 * 60 * 60 * 1000

/** What is declared of a task queue; what is left out stays as it is. */
export interface Declaration {
  taskQueueId: string
  description?: string
  stability?: TaskQueue['stability']
  expires?: Date
  payloadSchema?: JsonObject
  who: string
  now: Date
}

type State = Pick<
  typeof taskQueues.$inferSelect,
  'description' | 'stability' | 'expires' | 'schemaVersion' | 'schemaSha256'
>

/**
 * Makes or updates a task queue. The expiry (5 days where nobody says) only moves further away. A payload schema that differs from the one in
 * force becomes its next version. An expired task queue counts as absent, with its schema.
 */
export async function declareTaskQueue(store: Store, declaration: Declaration): Promise<TaskQueue> {
  const { taskQueueId, now, who } = declaration
  return store.database.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`task-queue:${taskQueueId}`}, 0))`)
    const found = await tx.select().from(taskQueues).where(eq(taskQueues.taskQueueId, taskQueueId))
    const known = found[0] && found[0].expires > now ? found[0] : undefined
    const wanted = declaration.expires ?? new Date(now.getTime() + fiveDays)
    const row = {
      taskQueueId,
      description: declaration.description ?? known?.description ?? '',
      stability: declaration.stability ?? known?.stability ?? 'experimental',
      expires: known && known.expires > wanted ? known.expires : wanted,
      lastDateActive: now,
      schemaSha256: known?.schemaSha256 ?? null,
      schemaVersion: known?.schemaVersion ?? null,
    }
    const schema = await keepSchema(tx, declaration, row.schemaSha256)
    const values = { ...row, ...schema }
    await tx.insert(taskQueues).values(values).onConflictDoUpdate({ target: taskQueues.taskQueueId, set: values })
    const [before, after] = [known === undefined ? null : stateOf(known), stateOf(values)]
    // heard by other processes when the transaction is over
    await tx.execute(sql`select pg_notify(${changesChannel}, ${taskQueueId})`)
    if (!equalJson(before, after)) {
      const detail = { ...after, before, after }
      await recordAudit(tx, {
        entity: `task-queue:${taskQueueId}`,
        action: 'task-queue.declared',
        who,
        at: now,
        detail,
      })
    }
    return taskQueueSchema.parse(values)
  })
}

/** What the audit says of a task queue. */
function stateOf({ description, stability, expires, schemaVersion, schemaSha256: sha256 }: State): JsonObject {
  return { description, stability, expires: expires.toJSON(), schemaVersion, schemaSha256: sha256 }
}

async function keepSchema(tx: Database, declaration: Declaration, inForce: string | null) {
  const { taskQueueId, payloadSchema, who, now } = declaration
  if (payloadSchema === undefined) return {}
  const sha256 = schemaSha256(payloadSchema)
  if (sha256 === inForce) return {}
  const { version } = taskQueueSchemas
  const ofQueue = eq(taskQueueSchemas.taskQueueId, taskQueueId)
  const newest = await tx.select({ version }).from(taskQueueSchemas).where(ofQueue).orderBy(desc(version)).limit(1)
  const next = (newest[0]?.version ?? 0) + 1
  const row = { taskQueueId, version: next, schemaSha256: sha256, payloadSchema, declaredBy: who, declaredAt: now }
  await tx.insert(taskQueueSchemas).values(row)
  return { schemaSha256: sha256, schemaVersion: next }
}

/** The channel on which PostgreSQL tells the processes of this product that a task queue was declared. */
export const changesChannel = 'worker_type_designer_task_queues'
