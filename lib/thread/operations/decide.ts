import type { JsonObject, JsonValue } from '../../base/json'
import type { Problem } from '../../base/problem'
import { checkSchema } from '../../schema/checkSchema'
import { compilePayloadValidator } from '../../schema/compilePayloadValidator'
import type { SchemaViolation } from '../../schema/schemaViolation'
import type { Job } from '../job'

/** The violations of a payload, or why the schema that the job rests on is none. */
export type Decided = { violations: SchemaViolation[] } | { problems: Problem[] }

/** Holds a payload against the schema that the job rests on. */
export function decide({ payload }: { payload: JsonValue }, { base }: Job<never, JsonObject>): Decided {
  if (base === undefined) throw new Error('there is no schema to decide by')
  const problems = checkSchema(base.value)
  return problems.length > 0 ? { problems } : { violations: compilePayloadValidator(base.value)(payload) }
}
