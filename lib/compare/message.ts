import type { JsonValue } from '../base/json'
import type { SchemaComparison, SchemaOrigin } from '../schema/compare/schemaComparison'

/** What the thread is asked. */
export interface CompareRequest {
  id: number
  old: JsonValue
  new: JsonValue
  origins?: { old?: SchemaOrigin; new?: SchemaOrigin }
  /** milliseconds after which what is left is undecided */
  budget: number
}

/** What it answers: the verdicts as soon as they are known, then everything. */
export type CompareAnswer =
  | { id: number; verdicts: Pick<SchemaComparison, 'forward' | 'backward'> }
  | { id: number; comparison: SchemaComparison }
