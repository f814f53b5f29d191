import type { JsonObject, JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import { findViolations } from '@/lib/schema/findViolations'
import { checkReferenceTypes } from './checkReferenceTypes'
import { describeViolations } from './describeViolations'
import { findReferences } from './references'
import { relaxSchema } from './relaxSchema'
import { secretPlaces } from './secretPlaces'

/** Checks a component's configuration against its schema; references stand for any value of the type that they
 * give. Problems (`config-invalid`) show no secrets. */
export function validateConfig(
  schema: JsonObject,
  value: JsonValue,
  place: (string | number)[],
  component: string,
): Problem[] {
  const references = findReferences(value).map((reference) => reference.place)
  const relaxed = relaxSchema(schema, references)
  const violations = typeof relaxed === 'boolean' ? [] : findViolations(relaxed, value)
  const problems = references.length > 0 ? checkReferenceTypes(schema, value, place) : []
  if (violations.length > 0) {
    const described = describeViolations(violations, value, place, secretPlaces(schema, value))
    return [...problems, ...described].map((problem) => ({ ...problem, component }))
  }
  return problems.map((problem) => ({ ...problem, component }))
}
