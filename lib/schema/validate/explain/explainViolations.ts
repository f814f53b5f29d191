import type { JsonValue } from '@/lib/base/json'
import { escapePointer, pointerSegments } from '@/lib/base/path'
import type { PreparedSchema } from '@/lib/schema/document/prepareSchema'
import { collectFindings } from './collectFindings'
import type { SchemaViolation } from './finding'
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

/** Violations by place (items of arrays by number), then by keyword; those that say the same of the same place once. */
export function sortViolations(violations: readonly SchemaViolation[]): SchemaViolation[] {
  const distinct = new Map(violations.map((one) => [`${one.path}\n${one.message}`, one]))
  return [...distinct.values()]
    .map((one) => ({ one, segments: pointerSegments(one.path) }))
    .sort(
      (a, b) =>
        compareSegments(a.segments, b.segments) ||
        compareText(a.one.keyword, b.one.keyword) ||
        compareText(a.one.message, b.one.message),
    )
    .map(({ one }) => one)
}

function compareSegments(a: string[], b: string[]): number {
  for (const [i, segment] of a.entries()) {
    const other = b[i]
    if (other === undefined) return 1
    if (segment === other) continue
    const numeric = /^\d+$/.test(segment) && /^\d+$/.test(other) ? Number(segment) - Number(other) : 0
    return numeric || compareText(segment, other)
  }
  return a.length - b.length
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
