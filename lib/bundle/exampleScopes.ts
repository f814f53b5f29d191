import type { JsonValue } from '../base/json'
import { pointerSegments } from '../base/path'
import type { Composition } from '../compose/composition'
import { fillPlaceholders, placeholders } from '../compose/fillPlaceholders'
import { valuesAt } from '../preview/valuesAt'
import { findViolations } from '../schema/findViolations'

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
