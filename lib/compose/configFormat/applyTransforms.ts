import { isJsonObject, type JsonValue } from '../../base/json'
import type { Problem } from '../../base/problem'
import { checkReference } from '../checkReference'
import { envValue } from '../envValue'
import { placePath } from '../placePath'
import { REFERENCE_TRANSFORMS, referenceKey } from '../references'

/**
 * Walks a configuration as the listed transforms do: checks the form of every reference they would replace, complains of references
 * whose transform is not listed, and with an environment replaces those to it. Other references stay.
 */
export function applyTransforms(
  value: JsonValue,
  transforms: string[],
  environment: Record<string, string> | undefined,
  place: (string | number)[],
  problems: Problem[],
): JsonValue {
  const key = referenceKey(value)
  if (key !== undefined && isJsonObject(value)) {
    const path = placePath(place)
    if (!transforms.includes(REFERENCE_TRANSFORMS[key])) {
      problems.push({
        code: 'transform-not-listed',
        severity: 'error',
        message: `The worker would take this ${key} as a plain object: the transform ${REFERENCE_TRANSFORMS[key]} is not listed.`,
        path,
        help: `Add ${REFERENCE_TRANSFORMS[key]} to transforms.`,
      })
      return value
    }
    const wrong = checkReference(key, value, path)
    problems.push(...wrong)
    if (wrong.length > 0 || key !== '$env' || environment === undefined) return value
    const name = String(value.$env)
    const result = envValue(value, Object.hasOwn(environment, name) ? (environment[name] ?? '') : '', path)
    problems.push(...result.problems)
    return result.ok ? result.value : value
  }
  const recurse = (member: JsonValue, segment: string | number) =>
    applyTransforms(member, transforms, environment, [...place, segment], problems)
  if (Array.isArray(value)) return value.map(recurse)
  if (!isJsonObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, recurse(member, name)]))
}
