import type { JsonObject, JsonValue } from '../../base/json'
import { findEqualItems } from '../findEqualItems'
import type { Test, TestsOf } from './everyTest'

/** `items`, `additionalItems`, `minItems`, `maxItems`, `uniqueItems` and `contains`. */
export const arrayTests: TestsOf<JsonValue[]> = (schema, compile) => {
  const { minItems, maxItems, uniqueItems, contains } = schema
  const tests: Test<JsonValue[]>[] = []
  if (typeof minItems === 'number') tests.push((list) => list.length >= minItems)
  if (typeof maxItems === 'number') tests.push((list) => list.length <= maxItems)
  tests.push(...itemsTests(schema, compile))
  if (uniqueItems === true) tests.push((list) => findEqualItems(list) === undefined)
  if (contains !== undefined) {
    const wanted = compile(contains)
    tests.push((list) => list.some((item) => wanted(item)))
  }
  return tests
}

function itemsTests(
  { items, additionalItems = true }: JsonObject,
  compile: (subschema: JsonValue) => Test,
): Test<JsonValue[]>[] {
  if (items === undefined) return []
  if (!Array.isArray(items)) {
    const each = compile(items)
    return [(list) => list.every((item) => each(item))]
  }
  const first = items.map((item) => compile(item))
  const rest = compile(additionalItems)
  return [(list) => list.every((item, i) => (first[i] ?? rest)(item))]
}
