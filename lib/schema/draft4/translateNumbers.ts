import type { JsonObject } from '@/lib/base/json'

/** Edges of an integer of 64 bits, as doubles have them: the upper one is just outside. */
const lower = -(2 ** 63)
const upper = 2 ** 63

/**
 * The script engine's validator reads an integer into 64 bits, and divides as doubles do for `multipleOf`; `floatQuotient` says so to ours, and means nothing
 * to others.
 */
export function translateNumbers(schema: JsonObject): JsonObject {
  const types = Array.isArray(schema.type) ? schema.type : [schema.type]
  const divided = typeof schema.multipleOf === 'number' ? { ...schema, floatQuotient: true } : schema
  if (!types.includes('integer') || types.includes('number')) return divided
  const { minimum, exclusiveMaximum, exclusiveMinimum, maximum } = divided
  const isBounded = (bound: unknown, within: (value: number) => boolean) => typeof bound === 'number' && within(bound)
  const hasLower = isBounded(minimum, (n) => n >= lower) || isBounded(exclusiveMinimum, (n) => n >= lower)
  const hasUpper = isBounded(maximum, (n) => n < upper) || isBounded(exclusiveMaximum, (n) => n <= upper)
  return {
    ...divided,
    ...(hasLower ? {} : { minimum: lower }),
    ...(hasUpper ? {} : { exclusiveMaximum: upper }),
  }
}
