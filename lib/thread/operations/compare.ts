import type { JsonValue } from '@/lib/base/json'
import { compareSchemas } from '@/lib/schema/compare/compareSchemas'
import type { CompareOptions, SchemaComparison } from '@/lib/schema/compare/schemaComparison'
import type { Job } from '@/lib/thread/job'

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
