import { and, eq, gt } from 'drizzle-orm'
import { jsonObjectSchema } from '@/lib/registry/jsonObjectSchema'
import type { Database, Store } from '@/lib/registry/store'
import { taskQueueSchemas } from '@/lib/registry/tables/taskQueueSchemas'
import { taskQueues } from '@/lib/registry/tables/taskQueues'
import { type PayloadDecider, payloadDecider } from './payloadDecider'

/** A payload schema that is in force: its name, and what decides by it. */
export interface ValidatorInForce {
  sha256: string
  decide: PayloadDecider
}

/** Compiled schemas by their SHA-256, the last used last. */
const compiled = new Map<string, PayloadDecider>()
const mostKept = 200

/** The validator of the payload schema that is in force for a task queue; undefined where there is none, or the task queue is expired. */
export async function validatorInForce(
  store: Store,
  taskQueueId: string,
  now: Date,
): Promise<ValidatorInForce | undefined> {
  const { sha256, version } = await schemaInForce(store.database, taskQueueId, now)
  if (sha256 === null || version === null) return undefined
  const decide = compiled.get(sha256) ?? (await compile(store, taskQueueId, version, sha256))
  compiled.delete(sha256)
  compiled.set(sha256, decide)
  if (compiled.size > mostKept) for (const oldest of [...compiled.keys()].slice(0, 1)) compiled.delete(oldest)
  return { sha256, decide }
}

/** Which payload schema is in force for a task queue; nulls where there is none, or the task queue is expired. */
export async function schemaInForce(
  database: Database,
  taskQueueId: string,
  now: Date,
): Promise<{ sha256: string | null; version: number | null }> {
  const rows = await database
    .select({ sha256: taskQueues.schemaSha256, version: taskQueues.schemaVersion })
    .from(taskQueues)
    .where(and(eq(taskQueues.taskQueueId, taskQueueId), gt(taskQueues.expires, now)))
  return rows[0] ?? { sha256: null, version: null }
}

async function compile(store: Store, taskQueueId: string, version: number, sha256: string): Promise<PayloadDecider> {
  const key = and(eq(taskQueueSchemas.taskQueueId, taskQueueId), eq(taskQueueSchemas.version, version))
  const rows = await store.database.select({ schema: taskQueueSchemas.payloadSchema }).from(taskQueueSchemas).where(key)
  return payloadDecider(jsonObjectSchema.parse(rows[0]?.schema), sha256)
}
