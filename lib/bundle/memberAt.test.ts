import { expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { memberAt, objectAt } from './installation'

const value: JsonValue = { a: { b: { c: 0 }, list: [{ d: 1 }], none: null } }

it.each<[string[], JsonValue | undefined, JsonValue]>([
  [[], value, value],
  [['a', 'b'], { c: 0 }, { c: 0 }],
  [['a', 'b', 'c'], 0, {}],
  [['a', 'none'], null, {}],
  [['a', 'none', 'x'], undefined, {}],
  [['a', 'list'], [{ d: 1 }], {}],
  [['a', 'list', '0'], undefined, {}],
  [['x', 'y'], undefined, {}],
  [['__proto__'], undefined, {}],
  [['a', 'constructor'], undefined, {}],
])('finds at %j the member %j', (path, member, object) => {
  expect(memberAt(value, path)).toEqual(member)
  expect(objectAt(value, path)).toEqual(object)
})
