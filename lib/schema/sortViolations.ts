import { pointerSegments } from '@/lib/base/path'
import type { SchemaViolation } from './schemaViolation'

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
