import { equalJson } from '@/lib/base/equalJson'
import type { JsonValue } from '@/lib/base/json'
import { isOfType } from '@/lib/schema/explain/isOfType'
import { sizeOf } from '@/lib/schema/sizeOf'
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
