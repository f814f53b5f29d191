import type { JsonValue } from '../base/json'
import type { Composition } from '../compose/composition'
import { fillPlaceholders } from '../compose/fillPlaceholders'
import { valuesAt } from '../preview/valuesAt'
import { findViolations } from '../schema/findViolations'

/** The scopes that a task with this payload needs of its own, sorted. */
export function exampleScopes({ checks }: Composition, payload: JsonValue): string[] {
  const scopes = checks.flatMap((check) => {
    if (check.kind !== 'scope') return []
    return valuesAt(payload, check.at)
      .filter(({ value }) => check.when === undefined || findViolations(check.when, value).length === 0)
      .map(({ value }) => fillPlaceholders(check.scope, value))
  })
  return [...new Set(scopes)].sort()
}
