import { equalJson, type JsonValue } from '@/lib/base/json'
import { payloadFormats } from '@/lib/schema/formats/payloadFormats'
import { compilePattern } from '@/lib/schema/pattern/compilePattern'
import { codePointLength, isFloatMultipleOf, isMultipleOf, isOfType, sizeOf } from '@/lib/schema/values'
import type { Test, TestsOf } from './everyTest'

/** `type`, `enum` and `const`. */
export const anyTests: TestsOf<JsonValue> = ({ type, enum: options, const: constant }, { spend }) => {
  const types = (Array.isArray(type) ? type : [type]).filter((name) => typeof name === 'string')
  const tests: Test[] = []
  if (type !== undefined) tests.push((value) => types.some((name) => isOfType(value, name)))
  const listed = Array.isArray(options) ? options : constant === undefined ? [] : [constant]
  // what has parts is compared part by part
  const [shallow, deep] = [listed.length, listed.reduce<number>((sum, option) => sum + sizeOf(option), 0)]
  const count = (value: JsonValue) => spend(typeof value === 'object' ? deep : shallow)
  if (Array.isArray(options)) {
    tests.push((value) => {
      count(value)
      return options.some((option) => equalJson(option, value))
    })
  }
  if (constant !== undefined) {
    tests.push((value) => {
      count(value)
      return equalJson(constant, value)
    })
  }
  return tests
}

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

const workOfCounting = 0.1
const workOfFormat = 1
const workOfCompiling = 40

/** `minLength`, `maxLength`, `pattern` and `format`. */
export const stringTests: TestsOf<string> = ({ minLength, maxLength, pattern, format }, { spend }) => {
  const tests: Test<string>[] = []
  /** The test, and the work that it is for each character. */
  const add = (work: number, test: Test<string>) =>
    tests.push((text) => {
      spend(text.length * work)
      return test(text)
    })
  if (typeof minLength === 'number') add(workOfCounting, (text) => codePointLength(text) >= minLength)
  if (typeof maxLength === 'number') add(workOfCounting, (text) => codePointLength(text) <= maxLength)
  if (typeof pattern === 'string') {
    const { test, work } = compilePattern(pattern)
    add(work, test)
  }
  const known = typeof format === 'string' ? payloadFormats.get(format) : undefined
  if (known !== undefined) add(format === 'regex' ? workOfCompiling : workOfFormat, known.test)
  return tests
}
