import { z } from 'zod'
import { jsonObjectSchema } from '@/lib/registry/jsonObjectSchema'

const instant = z
  .string()
  .refine((text) => !Number.isNaN(Date.parse(text)), 'not a date')
  .transform((text) => new Date(text))

/** What getWorkerType, getTaskQueue and declareWorkerType answer, as far as it is used here. */
export const workerTypeAnswerSchema = z.object({ description: z.string(), stability: z.string(), expires: instant })

/** What getPayloadSchema answers, as far as it is used here. */
export const payloadSchemaAnswerSchema = z.object({
  payloadSchema: jsonObjectSchema,
  declaredBy: z.string().optional(),
  declaredAt: instant.optional(),
})

/** A worker type as a Queue reports it. */
export interface DeclaredWorkerType {
  description: string
  stability: string
  expires: Date
  /** null: none is in force; undefined: this Queue does not say which schemas it holds */
  payloadSchema: z.infer<typeof jsonObjectSchema> | null | undefined
  /** who declared the schema, and when, where the Queue says so */
  declaredBy?: string
  declaredAt?: Date
}
