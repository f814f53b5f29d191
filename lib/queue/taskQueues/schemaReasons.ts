import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { JsonObject } from '@/lib/base/json'
import type { Composition, Restriction } from '@/lib/compose/composition'
import type { SchemaReasons } from '@/lib/preview/attributeViolations'
import type { Store } from '@/lib/registry/store/store'
import { jsonObjectSchema } from '@/lib/registry/store/storedValues'
import { schemaRestrictions } from '@/lib/registry/tables/registrationTables'
import { schemaSha256 } from './taskQueue'

const restrictionSchema: z.ZodType<Restriction> = z.object({
  id: z.string(),
  component: z.string(),
  title: z.string(),
  engine: z.string(),
  missing: z.array(z.string()),
  kind: z.enum(['refused', 'dropped']),
  paths: z.array(z.string()),
  reason: z.string(),
})

const rowSchema = z.object({
  restrictions: z.array(restrictionSchema),
  overlays: z.record(z.string(), jsonObjectSchema),
  unrestrictedSchema: jsonObjectSchema.nullable(),
})

/**
 * Keeps why the payload schema of a composition is as narrow as it is, beside the schema and by its SHA-256. Whichever process refuses a
 * task by this schema finds the words there. Those of the last composition stay.
 */
export async function keepReasons(
  store: Store,
  { provisionerId, workerType, restrictions, overlays, unrestrictedSchema }: Composition,
  payloadSchema: JsonObject,
  now: Date,
): Promise<void> {
  const key = { taskQueueId: `${provisionerId}/${workerType}`, schemaSha256: schemaSha256(payloadSchema) }
  const said = {
    restrictions: restrictions.map((restriction) => ({ ...restriction })),
    overlays,
    unrestrictedSchema: unrestrictedSchema ?? null,
    recordedAt: now,
  }
  await store.database
    .insert(schemaRestrictions)
    .values({ ...key, ...said })
    .onConflictDoUpdate({ target: [schemaRestrictions.taskQueueId, schemaRestrictions.schemaSha256], set: said })
}

/** What was kept with a payload schema of a task queue; undefined for one that was declared in another way. */
export async function readReasons(
  store: Store,
  { taskQueueId, sha256 }: { taskQueueId: string; sha256: string },
): Promise<SchemaReasons | undefined> {
  const key = and(eq(schemaRestrictions.taskQueueId, taskQueueId), eq(schemaRestrictions.schemaSha256, sha256))
  const rows = await store.database.select().from(schemaRestrictions).where(key)
  if (rows[0] === undefined) return undefined
  const { restrictions, overlays, unrestrictedSchema } = rowSchema.parse(rows[0])
  return { restrictions, overlays, unrestrictedSchema: unrestrictedSchema ?? undefined }
}
