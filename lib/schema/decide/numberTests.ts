import { isFloatMultipleOf, isMultipleOf } from '@/lib/schema/isMultipleOf'
import type { Test, TestsOf } from './everyTest'

/** Exact arithmetic of numbers of 300 digits. */
const workOfDivision = 50

const comparisons: [string, (bound: number) => Test<number>][] = [
  ['minimum', (bound) => (value) => value >= bound],
  ['maximum', (bound) => (value) => value <= bound],
  ['exclusiveMinimum', (bound) => (value) => value > bound],
  ['exclusiveMaximum', (bound) => (value) => value < bound],
]

/** `minimum`, `maximum`, `exclusiveMinimum`, `exclusiveMaximum` and `multipleOf`. */
export const numberTests: TestsOf<number> = (schema, { spend }) => {
  const tests = comparisons.flatMap(([keyword, testOf]) => {
    const bound = schema[keyword]
    return typeof bound === 'number' ? [testOf(bound)] : []
  })
  const { multipleOf } = schema
  if (typeof multipleOf !== 'number') return tests
  if (schema.floatQuotient === true) return [...tests, (value) => isFloatMultipleOf(value, multipleOf)]
  const isMultiple: Test<number> = (value) => {
    spend(workOfDivision)
    return isMultipleOf(value, multipleOf)
  }
  return [...tests, isMultiple]
}
