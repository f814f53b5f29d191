import type { JsonObject } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import { checkSchema } from '@/lib/schema/checkSchema'

/** What is wrong with a payload schema. */
export function findSchemaProblems({ schema }: { schema: JsonObject }): Problem[] {
  return checkSchema(schema)
}
