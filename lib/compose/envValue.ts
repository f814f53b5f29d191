import type { JsonObject, JsonValue } from '@/lib/base/json'
import { fail, type Result, succeed } from '@/lib/base/problem'

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
