import { and, eq, isNotNull, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { JsonObject } from '@/lib/base/json'
import { type PayloadDecider, payloadDecider } from '@/lib/queue/taskQueues/payloadDecider'
import type { Database } from '@/lib/registry/store/store'
import { jsonObjectSchema } from '@/lib/registry/store/storedValues'
import { taskQueueSchemas, taskQueues } from '@/lib/registry/tables/queueTables'

const rowSchema = z.object({
  taskQueueId: z.string(),
  sha256: z.string(),
  version: z.number().int(),
  expires: z.date(),
})
type Row = z.infer<typeof rowSchema>

/** A schema in force: its name, and what checks payloads with it. */
export interface SchemaInForce {
  sha256: string
  decide: PayloadDecider
}

/**
 * The payload schemas that are in force, in memory: createTask asks nobody. Each schema is kept and compiled once, by its SHA-256, for as
 * long as a task queue has it. What was read last stays in force when the database is gone.
 */
export class SchemasInForce {
  #rows = new Map<string, Row>()
  #schemas = new Map<string, JsonObject>()
  #compiled = new Map<string, SchemaInForce>()
  #queued: Promise<void> = Promise.resolve()
  #readAt: Date | undefined

  /** when the database was last read; undefined where it never was, so that nobody knows which schemas there are */
  get readAt(): Date | undefined {
    return this.#readAt
  }

  /** how many task queues have a schema, expired ones included */
  get size(): number {
    return this.#rows.size
  }

  /** how many different schemas are kept, and how many of them are compiled */
  get kept(): { schemas: number; compiled: number } {
    return { schemas: this.#schemas.size, compiled: this.#compiled.size }
  }

  /** The schema in force for a task queue. Throws a SchemaCompileError for one that an earlier release let in. */
  find(taskQueueId: string, now: Date): SchemaInForce | undefined {
    const row = this.#rows.get(taskQueueId)
    if (row === undefined || row.expires <= now) return undefined
    const known = this.#compiled.get(row.sha256)
    if (known !== undefined) return known
    const schema = this.#schemas.get(row.sha256)
    if (schema === undefined) return undefined
    const found = { sha256: row.sha256, decide: payloadDecider(schema, row.sha256) }
    this.#compiled.set(row.sha256, found)
    return found
  }

  /** Reads the database; one after another, so that an older state never replaces a newer one. */
  read(database: Database, now: Date): Promise<void> {
    const reading = this.#queued.then(() => this.#read(database, now))
    this.#queued = reading.catch(() => {})
    return reading
  }

  async #read(database: Database, now: Date): Promise<void> {
    const rows = await database
      .select({
        taskQueueId: taskQueues.taskQueueId,
        sha256: taskQueues.schemaSha256,
        version: taskQueues.schemaVersion,
        expires: taskQueues.expires,
      })
      .from(taskQueues)
      .where(and(isNotNull(taskQueues.schemaSha256), isNotNull(taskQueues.schemaVersion)))
    const next = new Map<string, Row>()
    const used = new Set<string>()
    for (const value of rows) {
      const row = rowSchema.parse(value)
      if (!this.#schemas.has(row.sha256)) this.#schemas.set(row.sha256, await readSchema(database, row))
      next.set(row.taskQueueId, row)
      used.add(row.sha256)
    }
    this.#rows = next
    for (const sha256 of [...this.#schemas.keys()].filter((name) => !used.has(name))) {
      this.#schemas.delete(sha256)
      this.#compiled.delete(sha256)
    }
    this.#readAt = now
  }
}

async function readSchema(database: Database, { taskQueueId, version }: Row): Promise<JsonObject> {
  const key: SQL | undefined = and(eq(taskQueueSchemas.taskQueueId, taskQueueId), eq(taskQueueSchemas.version, version))
  const rows = await database.select({ schema: taskQueueSchemas.payloadSchema }).from(taskQueueSchemas).where(key)
  return jsonObjectSchema.parse(rows[0]?.schema)
}
