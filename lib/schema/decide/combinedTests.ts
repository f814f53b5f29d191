import type { JsonValue } from '@/lib/base/json'
import { everyTest, type Test, type TestsOf } from './everyTest'

/** `allOf`, `anyOf`, `oneOf`, `not` and `if`. */
export const combinedTests: TestsOf<JsonValue> = (schema, { compile }) => {
  const { allOf, anyOf, oneOf, not } = schema
  const tests: Test[] = []
  if (Array.isArray(allOf)) tests.push(everyTest(allOf.map((part) => compile(part))))
  if (Array.isArray(anyOf)) {
    const branches = anyOf.map((branch) => compile(branch))
    tests.push((value) => branches.some((fits) => fits(value)))
  }
  if (Array.isArray(oneOf)) {
    const branches = oneOf.map((branch) => compile(branch))
    tests.push((value) => branches.filter((fits) => fits(value)).length === 1)
  }
  if (not !== undefined) {
    const forbidden = compile(not)
    tests.push((value) => !forbidden(value))
  }
  if (schema.if !== undefined) {
    const condition = compile(schema.if)
    const whereTrue = compile(schema.then ?? true)
    const whereFalse = compile(schema.else ?? true)
    tests.push((value) => (condition(value) ? whereTrue(value) : whereFalse(value)))
  }
  return tests
}
