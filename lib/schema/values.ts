import { canonicalJson, isJsonObject, type JsonValue } from '@/lib/base/json'

/** The positions of two equal items; undefined where all differ. Takes time linear in the size of the items. */
export function findEqualItems(items: readonly JsonValue[]): [number, number] | undefined {
  const seen = new Map<string, number>()
  for (const [i, item] of items.entries()) {
    const text = typeof item === 'object' ? canonicalJson(item) : JSON.stringify(item)
    const earlier = seen.get(text)
    if (earlier !== undefined) return [earlier, i]
    seen.set(text, i)
  }
  return undefined
}

/** Whether a number is a whole multiple of another, in exact decimal arithmetic: 0.3 is a multiple of 0.1. */
export function isMultipleOf(value: number, divisor: number): boolean {
  if (!Number.isFinite(value) || !(divisor > 0)) return false
  const of = decimal(value)
  const by = decimal(divisor)
  const common = Math.min(of.exponent, by.exponent)
  const scaled = of.digits * 10n ** BigInt(of.exponent - common)
  return scaled % (by.digits * 10n ** BigInt(by.exponent - common)) === 0n
}

/** The same by a validator that divides as doubles do: the quotient must be whole, and one of those that doubles tell apart. */
export function isFloatMultipleOf(value: number, divisor: number): boolean {
  return Number.isSafeInteger(value / divisor)
}

/** A finite number as `digits × 10^exponent`, exactly as it is written. */
export function decimal(value: number): { digits: bigint; exponent: number } {
  const [mantissa = '0', power = '0'] = value.toExponential().split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  return { digits: BigInt(whole + fraction), exponent: Number(power) - fraction.length }
}

/** The length of a text in Unicode code points, as JSON Schema counts. */
export function codePointLength(text: string): number {
  let length = 0
  for (const _ of text) length++
  return length
}

/** Whether a value has a JSON Schema type. 1.0 is an integer; a number too large for a double is none. */
export function isOfType(value: JsonValue, type: string): boolean {
  switch (type) {
    case 'null':
      return value === null
    case 'array':
      return Array.isArray(value)
    case 'object':
      return isJsonObject(value)
    case 'integer':
      return Number.isInteger(value)
    case 'number':
      return Number.isFinite(value)
    default:
      return typeof value === type
  }
}

/** This many characters of a text count as a value. */
const charactersOfOne = 16

/**
 * How much there is in a value: its values of all depths, names and texts by their length. What a schema decides takes time that grows with its size times that
 * of the payload, references and patterns included. Stops counting once it is more than `most`.
 */
export function sizeOf(value: JsonValue, most = Number.POSITIVE_INFINITY): number {
  let size = 0
  const open = [value]
  for (let next = open.pop(); next !== undefined && size <= most; next = open.pop()) {
    size++
    if (typeof next === 'string') size += next.length / charactersOfOne
    else if (Array.isArray(next)) {
      if (next.length > most) return Number.POSITIVE_INFINITY
      for (const item of next) open.push(item)
    } else if (isJsonObject(next)) {
      for (const [name, member] of Object.entries(next)) {
        size += name.length / charactersOfOne
        open.push(member)
      }
    }
  }
  return size
}

/** How deep arrays and objects nest in a value: 0 for a scalar, 1 for `[]`. Runs without recursion. */
export function jsonDepth(value: JsonValue): number {
  let level: JsonValue[] = [value]
  for (let depth = 0; ; depth++) {
    const containers = level.filter((item) => Array.isArray(item) || isJsonObject(item))
    if (containers.length === 0) return depth
    level = containers.flatMap((item) => (Array.isArray(item) ? item : isJsonObject(item) ? Object.values(item) : []))
  }
}
