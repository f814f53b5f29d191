import { and, eq, gt } from 'drizzle-orm'
import { z } from 'zod'
import type { Database, Store } from '@/lib/registry/store/store'
import { jsonObjectSchema } from '@/lib/registry/store/storedValues'
import { taskQueueSchemas, taskQueues } from '@/lib/registry/tables/queueTables'
import { type PayloadDecider, payloadDecider } from './payloadDecider'

const mostQueuesKept = 2000
const seen = new WeakMap<Store, Map<string, ValidatorInForce | undefined>>()

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

/** What was in force for the task queues of a store when they were last read: a guess that whoever keeps a task has to confirm. */
export function lastInForce(store: Store): Map<string, ValidatorInForce | undefined> {
  const known = seen.get(store) ?? new Map<string, ValidatorInForce | undefined>()
  seen.set(store, known)
  if (known.size > mostQueuesKept) known.clear()
  return known
}

/** A payload schema that is in force: its name, and what decides by it. */
interface ValidatorInForce {
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

async function compile(store: Store, taskQueueId: string, version: number, sha256: string): Promise<PayloadDecider> {
  const key = and(eq(taskQueueSchemas.taskQueueId, taskQueueId), eq(taskQueueSchemas.version, version))
  const rows = await store.database.select({ schema: taskQueueSchemas.payloadSchema }).from(taskQueueSchemas).where(key)
  return payloadDecider(jsonObjectSchema.parse(rows[0]?.schema), sha256)
}

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
type SchemaInForce = z.infer<typeof rowSchema>

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
