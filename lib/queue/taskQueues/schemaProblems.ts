import type { JsonObject } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import { checkSchema } from '@/lib/schema/checkSchema'
import { sizeOf } from '@/lib/schema/sizeOf'
import { lanes } from '@/lib/thread/lanes'
import { unansweredProblem } from '@/lib/thread/unansweredProblem'

/** Schemas up to this size are checked here; those of worker types have some 30 to 1,500. */
const largestSchema = 10_000
const budget = 5000

/** What is wrong with a payload schema. A large one is checked in a thread, and one that takes too long is refused. */
export async function schemaProblems(schema: JsonObject): Promise<Problem[]> {
  if (sizeOf(schema, largestSchema) <= largestSchema) return checkSchema(schema)
  const outcome = await lanes().tasks.ask('findSchemaProblems', { schema }, { budget })
  return outcome.answered ? outcome.value : [unansweredProblem(outcome.why, budget)]
}
