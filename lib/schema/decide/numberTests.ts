import { isMultipleOf } from '../isMultipleOf'
import type { Test, TestsOf } from './everyTest'

const comparisons: [string, (bound: number) => Test<number>][] = [
  ['minimum', (bound) => (value) => value >= bound],
  ['maximum', (bound) => (value) => value <= bound],
  ['exclusiveMinimum', (bound) => (value) => value > bound],
  ['exclusiveMaximum', (bound) => (value) => value < bound],
  ['multipleOf', (divisor) => (value) => isMultipleOf(value, divisor)],
]

/** `minimum`, `maximum`, `exclusiveMinimum`, `exclusiveMaximum` and `multipleOf`. */
export const numberTests: TestsOf<number> = (schema) =>
  comparisons.flatMap(([keyword, testOf]) => {
    const bound = schema[keyword]
    return typeof bound === 'number' ? [testOf(bound)] : []
  })
