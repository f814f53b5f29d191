import type { JsonValue } from '@/lib/base/json'
import { durationNanoseconds } from './durationNanoseconds'

/**
 * A Duration of taskcluster-worker in seconds, as the worker computes it (see `durationNanoseconds`): integer seconds, or
 * text of days, hours and minutes. A fraction appears only where 64 bits overflow. `undefined` for what is no Duration.
 */
export function durationSeconds(value: JsonValue): number | undefined {
  const nanoseconds = durationNanoseconds(value)
  return nanoseconds === undefined ? undefined : Number(nanoseconds) / 1e9
}
