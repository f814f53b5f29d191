import { z } from 'zod'
import type { JsonValue } from '@/lib/base/json'
import { jsonObjectSchema } from '@/lib/registry/store/storedValues'
import { outcomeSchema } from '@/lib/registry/versions/version'

const jsonSchema = z.custom<JsonValue>((value) => value !== undefined)
const dateText = z.iso.datetime()

const problemSchema = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'notice']),
  message: z.string(),
  path: z.string(),
  help: z.string().optional(),
})

/** How a registered worker type and its Queue agree, as it is kept and published. */
export const queueReportSchema = z.object({
  /**
   * `same`: the Queue reports what was registered; `changed`: it reports something else; `missing`: it does not know the worker type;
   * `undeclared`: it declares no worker types; `unknown`: it could not be asked, and `problems` say why
   */
  state: z.enum(['same', 'changed', 'missing', 'undeclared', 'unknown']),
  /** what registering with this Queue comes to today; null where it could not be asked */
  outcome: outcomeSchema.nullable(),
  /** until when the Queue keeps it; null where it reports none */
  expires: dateText.nullable(),
  /** what differs: `outcome`, `description`, `stability`, `expires`, or `payloadSchema` by its SHA-256 */
  differences: z.array(z.object({ property: z.string(), registered: jsonSchema, queue: jsonSchema })),
  /** the schema that the Queue holds, where it differs from the registered one */
  payloadSchema: jsonObjectSchema.nullable(),
  /** false where the Queue does not say which schemas it holds */
  schemaCompared: z.boolean(),
  declaredBy: z.string().nullable(),
  declaredAt: dateText.nullable(),
  problems: z.array(problemSchema),
})

export type QueueReport = z.infer<typeof queueReportSchema>

/** True where a worker type is missing, or expires within the time, in milliseconds. */
export function isDue(report: QueueReport, now: Date, warnBefore: number): boolean {
  if (report.state === 'missing') return true
  return report.expires !== null && Date.parse(report.expires) - now.getTime() < warnBefore
}
