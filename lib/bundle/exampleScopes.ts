import type { JsonValue } from '@/lib/base/json'
import { pointerSegments } from '@/lib/base/path'
import type { Composition } from '@/lib/compose/composition'
import { fillPlaceholders, placeholders } from '@/lib/compose/fillPlaceholders'
import { valuesAt } from '@/lib/preview/valuesAt'
import { findViolations } from '@/lib/schema/findViolations'

/** The scopes that a task with this payload needs of its own, sorted. */
export function exampleScopes({ checks }: Composition, payload: JsonValue): string[] {
  const scopes = checks.flatMap((check) => {
    if (check.kind !== 'scope') return []
    if ((check.payload ?? []).some((condition) => findViolations(condition, payload).length > 0)) return []
    return valuesAt(payload, check.at)
      .filter(({ value }) => check.when === undefined || findViolations(check.when, value).length === 0)
      .map(({ pointer, value }) =>
        fillPlaceholders(check.anyOf[0] ?? '', placeholders(value, pointerSegments(pointer).at(-1) ?? '')),
      )
  })
  return [...new Set(scopes)].sort()
}
