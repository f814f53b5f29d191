import type { JsonObject, JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import { checkSchema } from '@/lib/schema/checkSchema'
import { compilePayloadValidator, type PayloadValidator } from '@/lib/schema/compilePayloadValidator'
import type { SchemaViolation } from '@/lib/schema/schemaViolation'
import type { Job } from '@/lib/thread/job'

/** The violations of a payload, or why the schema that the job rests on is none. */
export type Decided = { violations: SchemaViolation[] } | { problems: Problem[] }

// a schema is the same object for as long as jobs rest on it
const compiled = new WeakMap<JsonObject, PayloadValidator | { problems: Problem[] }>()

/** Holds a payload against the schema that the job rests on. */
export function decide({ payload }: { payload: JsonValue }, { base }: Job<never, JsonObject>): Decided {
  if (base === undefined) throw new Error('there is no schema to decide by')
  const known = compiled.get(base.value) ?? compile(base.value)
  compiled.set(base.value, known)
  return typeof known === 'function' ? { violations: known(payload) } : known
}

function compile(schema: JsonObject): PayloadValidator | { problems: Problem[] } {
  const problems = checkSchema(schema)
  return problems.length > 0 ? { problems } : compilePayloadValidator(schema)
}
