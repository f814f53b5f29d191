import { z } from 'zod'
import { acknowledgementSchema, jsonObjectSchema } from '@/lib/registry/store/storedValues'

/** What a registration came to: see the registrar. */
export const outcomeSchema = z.enum(['enforced', 'declared-only', 'published-only'])
export type RegistrationOutcome = z.infer<typeof outcomeSchema>

/** A row of `versions`. */
export const versionSchema = z.object({
  taskQueueId: z.string(),
  number: z.number().int().positive(),
  designYaml: z.string(),
  baseSchema: jsonObjectSchema.nullable(),
  payloadSchema: jsonObjectSchema,
  schemaSha256: z.string(),
  description: z.string(),
  expires: z.date(),
  rootUrl: z.string(),
  author: z.string(),
  message: z.string(),
  createdAt: z.date(),
  state: z.enum(['intended', 'acknowledged', 'failed']),
  outcome: outcomeSchema.nullable(),
  queueAnswer: jsonObjectSchema.nullable(),
  resolvedAt: z.date().nullable(),
  acknowledgements: z.array(acknowledgementSchema),
  draftId: z.string().nullable(),
  toolVersion: z.string().nullable(),
})

/**
 * A registered state of a worker type. `number` counts from 1 for each task queue; `schemaSha256` names the canonical JSON of
 * `payloadSchema`; `rootUrl` is the deployment that it was sent to; `expires` is what the Queue was asked for;
 * `draftId` is the draft that it was registered from, where it was one.
 */
export type Version = z.infer<typeof versionSchema>
