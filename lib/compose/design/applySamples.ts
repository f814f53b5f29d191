import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import { placePath } from './places'
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

/**
 * The value that taskcluster-worker's `env` transform puts in place of `{$env: NAME, type: TYPE}` when the variable holds `text`
 * (facts, section 2): string by default, number as Go's ParseFloat reads it, json, bool (only "true" in any case), list (split at single
 * spaces). Errors: `reference-invalid`, `reference-value-invalid`.
 */
export function envValue(reference: JsonObject, text: string, path: string): Result<JsonValue> {
  const type = reference.type === undefined || reference.type === null ? 'string' : reference.type
  const bad = (code: string, message: string, help: string) =>
    fail([{ code, severity: 'error' as const, message, path, help }])
  const name = String(reference.$env)
  switch (type) {
    case 'string':
      return succeed(text)
    case 'bool':
      return succeed(text.toLowerCase() === 'true')
    case 'list':
      return succeed(text.split(' '))
    case 'number': {
      const number = parseGoFloat(text)
      if (number !== undefined) return succeed(number)
      return bad(
        'reference-value-invalid',
        `The environment variable ${name} holds no number.`,
        'Set it to a number such as 4096.',
      )
    }
    case 'json':
      try {
        return succeed(JSON.parse(text) as JsonValue)
      } catch {
        return bad(
          'reference-value-invalid',
          `The environment variable ${name} holds no JSON.`,
          'Set it to valid JSON.',
        )
      }
    default:
      return bad(
        'reference-invalid',
        `The type of the reference to ${name} is ${JSON.stringify(type)}; the worker knows string, number, json, bool and list.`,
        'Use one of these types, or leave it out for text.',
      )
  }
}

/** Go's strconv.ParseFloat without hexadecimal mantissas, infinities and NaN, which are no JSON; undefined on a syntax error. */
function parseGoFloat(text: string): number | undefined {
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(text)) return undefined
  const value = Number(text)
  return Number.isFinite(value) ? value : undefined
}
