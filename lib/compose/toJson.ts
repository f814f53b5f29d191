import type { JsonValue } from '@/lib/base/json'

/**
 * What the YAML reader gives, as JSON. Keys that are no strings are written as Go's `%v` writes them (`false`, `1`), which is what
 * taskcluster-worker does. Throws on what JSON cannot carry.
 */
export function toJson(value: unknown): JsonValue {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`${value} is no JSON number`)
    return value
  }
  if (typeof value === 'bigint') return wholeNumber(value)
  if (Array.isArray(value)) return value.map(toJson)
  if (value instanceof Map) {
    return Object.fromEntries([...value].map(([key, member]) => [keyText(key), toJson(member)]))
  }
  if (value instanceof Set) return Object.fromEntries([...value].map((key) => [keyText(key), null]))
  throw new Error('the document holds a value that JSON does not have')
}

const INT64 = 2n ** 63n
const UINT64 = 2n ** 64n

/** The worker reads whole numbers as 64-bit integers and panics on those that only fit without a sign (facts, section 1). */
function wholeNumber(value: bigint): number {
  if (value >= INT64 && value < UINT64) throw new Error(`${value} does not fit a 64-bit integer`)
  return Number(value)
}

function keyText(key: unknown): string {
  if (key === null || key === undefined) return '<nil>'
  if (typeof key === 'string') return key
  if (typeof key === 'number') return floatText(key)
  if (typeof key === 'boolean' || typeof key === 'bigint') return String(key)
  throw new Error('a key is neither text nor a number nor a boolean')
}

/** A float as Go's `%v`: the exponent begins below 1e-4 and has two digits at least. */
function floatText(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf'
  const text = value !== 0 && Math.abs(value) < 1e-4 ? value.toExponential() : String(value)
  return text.replace(/e([+-])(\d)$/, 'e$10$2')
}
