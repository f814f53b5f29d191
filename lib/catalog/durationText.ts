import type { JsonValue } from '@/lib/base/json'
import { withoutEnd } from '@/lib/base/withoutEnd'
import { durationNanoseconds } from './durationNanoseconds'

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
