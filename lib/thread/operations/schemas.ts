import type { JsonObject, JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import { compareSchemas } from '@/lib/compare/compareSchemas'
import type { CompareOptions, SchemaComparison } from '@/lib/compare/schemaComparison'
import { type ThreeWayChange, threeWayChanges } from '@/lib/compare/threeWayChanges'
import { checkSchema } from '@/lib/schema/check/checkSchema'
import { compilePayloadValidator, type PayloadValidator } from '@/lib/schema/validate/compilePayloadValidator'
import type { SchemaViolation } from '@/lib/schema/validate/explain/finding'
import type { Job } from './job'

export interface CompareInput extends Pick<CompareOptions, 'origins'> {
  old: JsonValue
  next: JsonValue
}

/** Compares two schemas. The verdicts go ahead: they stay where listing the changes takes too long. */
export function compare(
  { old, next, origins }: CompareInput,
  { outOfTime, sendAhead }: Job<Pick<SchemaComparison, 'forward' | 'backward'>, never>,
): SchemaComparison {
  const told = origins === undefined ? {} : { origins }
  return compareSchemas(old, next, { outOfTime, onVerdicts: sendAhead, ...told })
}

interface ThreeWayInput {
  base: JsonObject
  theirs: JsonObject
  ours: JsonObject
}

/** Where two payload schemas have left the one that both come from: the first of those places, and how many more there are. */
interface ThreeWay {
  changes: ThreeWayChange[]
  more: number
}

const mostShown = 300

export function threeWay({ base, theirs, ours }: ThreeWayInput): ThreeWay {
  const all = threeWayChanges(base, theirs, ours)
  return { changes: all.slice(0, mostShown), more: Math.max(0, all.length - mostShown) }
}

/** The violations of a payload, or why the schema that the job rests on is none. */
type Decided = { violations: SchemaViolation[] } | { problems: Problem[] }

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

/** What is wrong with a payload schema. */
export function findSchemaProblems({ schema }: { schema: JsonObject }): Problem[] {
  return checkSchema(schema)
}
