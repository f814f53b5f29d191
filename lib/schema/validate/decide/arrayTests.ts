import type { JsonObject, JsonValue } from '@/lib/base/json'
import { findEqualItems, sizeOf } from '@/lib/schema/values'
import type { Build, Test, TestsOf } from './everyTest'

/** Equal items are found by their texts. */
const workOfText = 4

/** `items`, `additionalItems`, `minItems`, `maxItems`, `uniqueItems` and `contains`. */
export const arrayTests: TestsOf<JsonValue[]> = (schema, build) => {
  const { compile, spend } = build
  const { minItems, maxItems, uniqueItems, contains } = schema
  const tests: Test<JsonValue[]>[] = []
  if (typeof minItems === 'number') tests.push((list) => list.length >= minItems)
  if (typeof maxItems === 'number') tests.push((list) => list.length <= maxItems)
  tests.push(...itemsTests(schema, build))
  if (uniqueItems === true) {
    tests.push((list) => {
      spend(sizeOf(list) * workOfText)
      return findEqualItems(list) === undefined
    })
  }
  if (contains !== undefined) {
    const wanted = compile(contains)
    tests.push((list) => {
      spend(list.length)
      return list.some((item) => wanted(item))
    })
  }
  return tests
}

function itemsTests({ items, additionalItems = true }: JsonObject, { compile, spend }: Build): Test<JsonValue[]>[] {
  if (items === undefined) return []
  if (!Array.isArray(items)) {
    const each = compile(items)
    return [
      (list) => {
        spend(list.length)
        return list.every((item) => each(item))
      },
    ]
  }
  const first = items.map((item) => compile(item))
  const rest = compile(additionalItems)
  return [
    (list) => {
      spend(list.length)
      return list.every((item, i) => (first[i] ?? rest)(item))
    },
  ]
}
