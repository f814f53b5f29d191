import type { JsonObject } from '../../base/json'
import type { Problem } from '../../base/problem'
import { checkSchema } from '../../schema/checkSchema'

/** What is wrong with a payload schema. */
export function findSchemaProblems({ schema }: { schema: JsonObject }): Problem[] {
  return checkSchema(schema)
}
