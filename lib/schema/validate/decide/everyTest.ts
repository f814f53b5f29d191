import type { JsonObject, JsonValue } from '@/lib/base/json'

/** Whether a value fits a part of a schema. */
export type Test<V = JsonValue> = (value: V) => boolean

/** What tests are made with. */
export interface Build {
  /** makes the test of a subschema */
  compile(subschema: JsonValue): Test
  /** counts what a test does beyond looking at one value once: about as long as that takes is 1. It throws where that becomes too much. */
  spend(work: number): void
}

/** The tests of the keywords of one family; none where the schema has none of them. */
export type TestsOf<V> = (schema: JsonObject, build: Build) => Test<V>[]

/** One test that holds where all of some hold. Most schemas have one or two keywords of a family, and then no loop is needed. */
export function everyTest<V>(tests: readonly Test<V>[]): Test<V> {
  const [first, second] = tests
  if (first === undefined) return () => true
  if (second === undefined) return first
  if (tests.length === 2) return (value) => first(value) && second(value)
  return (value) => {
    for (const test of tests) if (!test(value)) return false
    return true
  }
}

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
