import { z } from 'zod'
import type { JsonValue } from '@/lib/base/json'

/** A break that the author of a version knew of, and why it is wanted. What was said of it then stays, whatever is found out later. */
export const acknowledgementSchema = z.object({
  /** of the change, as the comparison names it */
  id: z.string(),
  effect: z.enum(['narrows', 'undecided']),
  /** pointer pattern into the payloads */
  path: z.string(),
  sentence: z.string(),
  component: z.string().optional(),
  /** a payload that works until then */
  witness: z.custom<JsonValue>().optional(),
  /** in the author's words */
  reason: z.string(),
})
export type Acknowledgement = z.infer<typeof acknowledgementSchema>
