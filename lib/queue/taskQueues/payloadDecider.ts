import type { JsonObject } from '@/lib/base/json'
import { compilePayloadValidator, SchemaCompileError } from '@/lib/schema/validate/compilePayloadValidator'
import type { SchemaViolation } from '@/lib/schema/validate/explain/finding'
import { sizeOf } from '@/lib/schema/values'
import { lanes, type ThreadPool } from '@/lib/thread/lanes'
import { unansweredProblem } from '@/lib/thread/unansweredProblem'

/** What a schema says of a payload. */
export interface Decision {
  violations: SchemaViolation[]
  /** it was too much for the event loop, so nothing else should be worked out about this payload there */
  heavy: boolean
}

/** Decides payloads by one schema. */
export type PayloadDecider = (payload: JsonObject) => Decision | Promise<Decision>

export interface DeciderOptions {
  /** where heavy payloads are decided; the lane `tasks` of this process where left out */
  pool?: Pick<ThreadPool, 'ask'>
  /** milliseconds for a heavy payload */
  budget?: number
}

/** Schemas up to this size are compiled here; those of worker types have some 30 to 1,500. */
const largestSchema = 10_000
/** Up to this much work, in the unit of `compileDecision`, payloads are decided here: some 10 to 30 ms for one that is made to take long, well below one for most. */
const mostInline = 50_000
/** Up to this size of the schema times that of the payload, a refusal is put into words here: alternatives and names are held against each other. */
const mostExplained = 100_000

/** A function that decides payloads by a schema. Whatever could take long is decided in a thread. Throws a SchemaCompileError where `checkSchema` has problems. */
export function payloadDecider(
  schema: JsonObject,
  sha256: string,
  { pool = lanes().tasks, budget = 2000 }: DeciderOptions = {},
): PayloadDecider {
  const decideInThread = async (payload: JsonObject): Promise<Decision> => {
    const outcome = await pool.ask('decide', { payload }, { budget, base: { id: sha256, value: schema } })
    if (!outcome.answered) {
      const { message } = unansweredProblem(outcome.why, budget)
      return { violations: [undecided(message)], heavy: true }
    }
    if ('problems' in outcome.value) throw new SchemaCompileError(outcome.value.problems)
    return { violations: outcome.value.violations, heavy: true }
  }
  const schemaSize = sizeOf(schema, largestSchema)
  if (schemaSize > largestSchema) return decideInThread
  const explain = compilePayloadValidator(schema)
  return (payload) => {
    const fits = explain.acceptsWithin(payload, mostInline)
    if (fits === true) return accepted
    const largest = mostExplained / schemaSize
    if (fits === undefined || sizeOf(payload, largest) > largest) return decideInThread(payload)
    return { violations: explain(payload), heavy: false }
  }
}

const accepted: Decision = { violations: [], heavy: false }

/** What nobody has decided is not let in. */
function undecided(message: string): SchemaViolation {
  return { path: '', message: `could not be checked against the schema. ${message}`, keyword: 'time', schemaPath: '#' }
}
