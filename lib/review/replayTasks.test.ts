import { expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { replayTasks } from './replayTasks'

const closed = (properties: JsonObject): JsonObject => ({ type: 'object', properties, additionalProperties: false })

it('says what becomes of each task, definitions and bare payloads', () => {
  const schemas = { old: closed({ a: {}, b: {} }), next: closed({ a: {}, c: {} }) }
  const task = (payload: JsonObject, name: string) => ({ payload, metadata: { name } })
  const values: JsonValue[] = [task({ a: 1 }, 'fine'), task({ b: 1 }, 'broken'), { c: 1 }, { d: 1 }]
  const replay = replayTasks(
    values.map((value, index) => ({ source: 'x', index, value })),
    schemas,
  )
  expect(replay.counts).toEqual({ works: 1, stops: 1, starts: 1, refused: 1 })
  expect(replay.tasks.map(({ name, fate, violations }) => [name, fate, violations.map(({ path }) => path)])).toEqual([
    ['broken', 'stops', ['/b']],
    ['payload 3', 'starts', []],
  ])
})

it('lists no more tasks than somebody reads, and counts them all', () => {
  const tasks = Array.from({ length: 250 }, (_, index) => ({ source: 'x', index, value: { b: 1 } }))
  const { counts, tasks: listed } = replayTasks(tasks, { old: closed({ b: {} }), next: closed({}) })
  expect([counts.stops, listed.length, listed.at(-1)?.index]).toEqual([250, 200, 199])
})

it.each<[string, JsonValue, string]>([
  ['no object', 7, 'refused'],
  ['null', null, 'refused'],
  ['a definition without payload', { metadata: { name: 'x' } }, 'refused'],
  ['a definition with an empty one', { payload: {} }, 'works'],
  ['a payload with a name such as __proto__', JSON.parse('{"__proto__": 1}'), 'refused'],
])('replays %s', (_, value, fate) => {
  const schema = closed({ a: {} })
  const schemas = { old: schema, next: schema }
  const { counts } = replayTasks([{ source: 'x', index: 0, value }], schemas)
  expect(Object.entries(counts).filter(([, count]) => count > 0)).toEqual([[fate, 1]])
})

it('reads tasks once, in their order', () => {
  const read: number[] = []
  function* tasks() {
    for (const index of [0, 1, 2]) {
      read.push(index)
      yield { source: 'x', index, value: { a: index } }
    }
  }
  expect(replayTasks(tasks(), { old: closed({ a: {} }), next: closed({}) }).counts.stops).toBe(3)
  expect(read).toEqual([0, 1, 2])
})
