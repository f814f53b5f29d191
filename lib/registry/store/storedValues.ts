import { z } from 'zod'
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'

/**
 * What stands in the way of storing a text; `path` names it in the problems. At most `limit` bytes of UTF-8 (5 MB, where not
 * given), and no NUL, which PostgreSQL cannot keep.
 */
export function checkText(text: string, path: string, limit = 5 * 1024 * 1024): Problem[] {
  const problems: Problem[] = []
  if (text.includes('\0')) {
    problems.push({ code: 'text-invalid', severity: 'error', message: 'the text holds a NUL character', path })
  }
  const size = Buffer.byteLength(text)
  if (size > limit) {
    const message = `the text has ${size} bytes, more than the ${limit} that are kept`
    problems.push({ code: 'text-too-large', severity: 'error', message, path })
  }
  return problems
}

/** An object in a column of JSON. What is inside was parsed from JSON and needs no second look, however deep it is. */
export const jsonObjectSchema = z.custom<JsonObject>(isJsonObject, 'not a JSON object')

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
