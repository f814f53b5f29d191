import type { JsonObject, JsonValue } from '@/lib/base/json'
import { findEqualItems } from '@/lib/schema/values'
import { count } from '@/lib/schema/words'
import { type Explainer, type Finding, unless } from './finding'
import { inMember, inSchema, type Place } from './place'

/** `items`, `additionalItems`, `minItems`, `maxItems`, `uniqueItems` and `contains`. */
export function explainArray(schema: JsonObject, value: JsonValue, at: Place, explainer: Explainer): Finding[] {
  if (!Array.isArray(value)) return []
  return [
    ...explainItems(schema, value, at, explainer),
    ...explainCounts(schema, value, at),
    ...explainUnique(schema, value, at),
    ...explainContains(schema, value, at, explainer),
  ]
}

function explainItems(schema: JsonObject, value: JsonValue[], at: Place, { explain }: Explainer): Finding[] {
  const { items, additionalItems } = schema
  if (items === undefined) return []
  if (!Array.isArray(items)) return value.flatMap((item, i) => explain(items, item, inMember(at, i, 'items')))
  return value.flatMap((item, i) => {
    const own = items[i]
    if (own !== undefined) return explain(own, item, inMember(at, i, 'items', i))
    if (additionalItems === undefined) return []
    if (additionalItems !== false) return explain(additionalItems, item, inMember(at, i, 'additionalItems'))
    const words = () => `is one item too many, at most ${items.length} are allowed`
    return [{ at: inMember(at, i), keyword: 'additionalItems', words }]
  })
}

function explainCounts({ minItems, maxItems }: JsonObject, value: JsonValue[], at: Place): Finding[] {
  const words = (bound: number) => `${count(bound, 'item')}, has ${value.length}`
  if (typeof minItems === 'number' && value.length < minItems) {
    return [{ at, keyword: 'minItems', words: () => `must have at least ${words(minItems)}` }]
  }
  if (typeof maxItems === 'number' && value.length > maxItems) {
    return [{ at, keyword: 'maxItems', words: () => `must have at most ${words(maxItems)}` }]
  }
  return []
}

function explainUnique({ uniqueItems }: JsonObject, value: JsonValue[], at: Place): Finding[] {
  const equal = uniqueItems === true ? findEqualItems(value) : undefined
  const words = () => `must have no item twice, but items ${equal?.join(' and ')} are equal`
  return unless(equal === undefined, at, 'uniqueItems', words)
}

function explainContains({ contains }: JsonObject, value: JsonValue[], at: Place, { explain }: Explainer): Finding[] {
  if (contains === undefined) return []
  const holds = value.some((item) => explain(contains, item, inSchema(at, 'contains')).length === 0)
  return unless(holds, at, 'contains', () => 'must have an item of a certain kind, and none of its items is')
}
