import type { JsonValue } from '../../base/json'
import { compareSchemas } from '../../schema/compare/compareSchemas'
import type { CompareOptions, SchemaComparison } from '../../schema/compare/schemaComparison'
import type { Job } from '../job'

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
