import { isJsonObject, type JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import { envValue } from './envValue'
import { placePath } from './placePath'
import { isReference } from './references'

/**
 * Puts the design's samples in place of its `$env` references. References without a sample stay as they are. Returns the same value
 * where nothing changes; a sample that does not fit its reference's type is a problem at the reference.
 */
export function applySamples(
  value: JsonValue,
  samples: Record<string, JsonValue>,
  place: (string | number)[],
  problems: Problem[],
): JsonValue {
  if (isReference(value)) {
    const name = value.$env
    if (typeof name !== 'string' || !Object.hasOwn(samples, name)) return value
    const sample = samples[name]
    const text = typeof sample === 'string' ? sample : JSON.stringify(sample)
    const result = envValue(value, text, placePath(place))
    problems.push(...result.problems)
    return result.ok ? result.value : value
  }
  if (Array.isArray(value)) {
    const items = value.map((item, index) => applySamples(item, samples, [...place, index], problems))
    return items.every((item, index) => item === value[index]) ? value : items
  }
  if (!isJsonObject(value)) return value
  const members = Object.entries(value).map(
    ([key, member]) => [key, applySamples(member, samples, [...place, key], problems)] as const,
  )
  return members.every(([key, member]) => member === value[key]) ? value : Object.fromEntries(members)
}
