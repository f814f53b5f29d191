import { expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '../base/json'
import { replayTasks } from './replayTasks'
import { sideOf } from './testing/sideOf'

const closed = (properties: JsonObject): JsonObject => ({ type: 'object', properties, additionalProperties: false })

it('says what becomes of each task, definitions and bare payloads', () => {
  const old = sideOf(closed({ a: {}, b: {} }))
  const next = sideOf(closed({ a: {}, c: {} }))
  const task = (payload: JsonObject, name: string) => ({ payload, metadata: { name } })
  const values: JsonValue[] = [task({ a: 1 }, 'fine'), task({ b: 1 }, 'broken'), { c: 1 }, { d: 1 }]
  const replay = replayTasks(
    values.map((value, index) => ({ source: 'x', index, value })),
    old,
    next,
  )
  expect(replay.counts).toEqual({ works: 1, stops: 1, starts: 1, refused: 1 })
  expect(replay.tasks.map(({ name, fate, violations }) => [name, fate, violations.map(({ path }) => path)])).toEqual([
    ['broken', 'stops', ['/b']],
    ['payload 3', 'starts', []],
  ])
})
