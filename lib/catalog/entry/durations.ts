import type { JsonValue } from '@/lib/base/json'
import { withoutEnd } from '@/lib/base/texts'

/** White space as RE2 has it: ECMAScript's `\s` takes more. Runs are equal to one space in this grammar. */
const WHITE_SPACE = /[\t\n\f\r ]+/g
const DURATION = /^ ?(?: ?([0-9]+) ?d(?:ays?)?)?(?: ?([0-9]+) ?h(?:ours?|r)?)?(?: ?([0-9]+) ?m(?:in(?:utes?)?)?)? ?$/
const LARGEST = 2n ** 63n - 1n
const MINUTE = 60_000_000_000n

/**
 * A Duration of taskcluster-worker in nanoseconds: integer seconds, or text such as `1 day 2 hours 5 min`; '' is zero.
 * 64-bit arithmetic that wraps, as in the worker: 9223372037 seconds are a negative time. A number written with more
 * digits than 64 bits hold counts as the largest one. `undefined` for what is no Duration.
 */
export function durationNanoseconds(value: JsonValue): bigint | undefined {
  if (typeof value === 'number') {
    if (!Number.isInteger(value) || value < -(2 ** 63) || value >= 2 ** 63) return undefined
    return BigInt.asIntN(64, BigInt(value) * 1_000_000_000n)
  }
  if (typeof value !== 'string') return undefined
  const match = DURATION.exec(value.replace(WHITE_SPACE, ' '))
  if (match === null) return undefined
  const [, days, hours, minutes] = match
  return BigInt.asIntN(64, count(days) * 1440n * MINUTE + count(hours) * 60n * MINUTE + count(minutes) * MINUTE)
}

function count(digits: string | undefined): bigint {
  if (digits === undefined) return 0n
  const significant = digits.replace(/^0+/, '')
  if (significant.length > 19) return LARGEST
  const number = BigInt(significant === '' ? '0' : significant)
  return number > LARGEST ? LARGEST : number
}

/**
 * A Duration of taskcluster-worker in seconds, as the worker computes it (see `durationNanoseconds`): integer seconds, or
 * text of days, hours and minutes. A fraction appears only where 64 bits overflow. `undefined` for what is no Duration.
 */
export function durationSeconds(value: JsonValue): number | undefined {
  const nanoseconds = durationNanoseconds(value)
  return nanoseconds === undefined ? undefined : Number(nanoseconds) / 1e9
}

const SECOND = 1_000_000_000n

/** A Duration as the worker writes it in its messages (Go's style): `4h0m0s`, `26h3m0s`, `45s`; `undefined` for what is none. */
export function durationText(value: JsonValue): string | undefined {
  const nanoseconds = durationNanoseconds(value)
  if (nanoseconds === undefined) return undefined
  const size = nanoseconds < 0n ? -nanoseconds : nanoseconds
  return `${nanoseconds < 0n ? '-' : ''}${unsigned(size)}`
}

function unsigned(size: bigint): string {
  if (size === 0n) return '0s'
  if (size < 1000n) return `${size}ns`
  if (size < 1_000_000n) return `${decimal(size, 1000n)}µs`
  if (size < SECOND) return `${decimal(size, 1_000_000n)}ms`
  const minutes = size / (60n * SECOND)
  const seconds = `${decimal(size % (60n * SECOND), SECOND)}s`
  if (minutes === 0n) return seconds
  const hours = minutes / 60n
  return `${hours === 0n ? '' : `${hours}h`}${minutes % 60n}m${seconds}`
}

function decimal(size: bigint, unit: bigint): string {
  const digits = String(unit).length - 1
  const fraction = withoutEnd(String(size % unit).padStart(digits, '0'), '0')
  return fraction === '' ? String(size / unit) : `${size / unit}.${fraction}`
}
