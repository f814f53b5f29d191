import type { JsonObject, JsonValue } from '@/lib/base/json'
import { isFloatMultipleOf, isMultipleOf } from '@/lib/schema/isMultipleOf'
import { type Finding, unless } from './finding'
import type { Place } from './place'

const bounds: [string, string, (value: number, bound: number) => boolean][] = [
  ['minimum', 'at least', (value, bound) => value >= bound],
  ['maximum', 'at most', (value, bound) => value <= bound],
  ['exclusiveMinimum', 'more than', (value, bound) => value > bound],
  ['exclusiveMaximum', 'less than', (value, bound) => value < bound],
]

/** `minimum`, `maximum`, `exclusiveMinimum`, `exclusiveMaximum` and `multipleOf`. */
export function explainNumber(schema: JsonObject, value: JsonValue, at: Place): Finding[] {
  if (typeof value !== 'number' || !Number.isFinite(value)) return []
  const words = schema.floatQuotient === true ? 'a multiple, as doubles divide, of' : 'a multiple of'
  const divides = schema.floatQuotient === true ? isFloatMultipleOf : isMultipleOf
  return [...bounds, ['multipleOf', words, divides] as const].flatMap(([keyword, bounded, holds]) => {
    const bound = schema[keyword]
    if (typeof bound !== 'number') return []
    return unless(holds(value, bound), at, keyword, () => `must be ${bounded} ${bound}, is ${value}`)
  })
}
