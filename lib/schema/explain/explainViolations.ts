import type { JsonValue } from '@/lib/base/json'
import { escapePointer } from '@/lib/base/path'
import type { PreparedSchema } from '@/lib/schema/prepareSchema'
import type { SchemaViolation } from '@/lib/schema/schemaViolation'
import { sortViolations } from '@/lib/schema/sortViolations'
import { collectFindings } from './collectFindings'
import { trailPointer } from './place'

/**
 * Every violation in plain words, sorted by place. Written apart from the compiled validator that decides on many payloads; a
 * property test holds the two together.
 */
export function explainViolations(prepared: PreparedSchema, value: JsonValue): SchemaViolation[] {
  const violations = collectFindings(prepared, value).map(({ at, keyword, words, hint, property }): SchemaViolation => {
    const schemaPath = trailPointer(at.schema) + (keyword === 'false' ? '' : `/${escapePointer(keyword)}`)
    const text = hint?.()
    return {
      path: trailPointer(at.value),
      message: words(),
      keyword,
      schemaPath,
      ...(property === undefined ? {} : { property }),
      ...(text === undefined ? {} : { hint: text }),
    }
  })
  return sortViolations(violations)
}
