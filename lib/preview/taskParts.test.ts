import { expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { taskParts } from './taskParts'

const parts = (value: JsonValue, ownPayload = false) =>
  taskParts({ source: 's', index: 1, value }, new Set(ownPayload ? ['payload'] : []))

it.each<[string, JsonValue, boolean, JsonValue, string, string[] | undefined]>([
  ['a bare payload', { command: [] }, false, { command: [] }, 'payload 2', undefined],
  ['no object', 'x', false, 'x', 'payload 2', undefined],
  ['a list', [{ payload: 1 }], false, [{ payload: 1 }], 'payload 2', undefined],
  ['a definition', { payload: 7, scopes: ['a', 1, 'b'] }, false, 7, 'task 2', ['a', 'b']],
  ['a definition without scopes', { payload: {} }, false, {}, 'task 2', []],
  ['a task of the Queue', { status: {}, task: { payload: 1, metadata: { name: 'n' } } }, false, 1, 'n', []],
  ['a task by its id', { taskId: 'abc', payload: 1 }, false, 1, 'abc', []],
  ['a name that is no text', { metadata: { name: 1 }, taskId: 2, payload: 1 }, false, 1, 'task 2', []],
  ['a task of a graph', { label: 'l', task: { payload: 1 } }, false, 1, 'l', []],
  ['a task of a graph with a name', { label: 'l', task: { payload: 1, metadata: { name: 'n' } } }, false, 1, 'n', []],
  ['a hook', { hookId: 'h', hookGroupId: 'g', task: { payload: 1 } }, false, 1, 'task 2', []],
  ['a payload with a list of its own', { tasks: [1] }, false, { tasks: [1] }, 'payload 2', undefined],
  ['a payload with a payload of its own', { payload: 1 }, true, { payload: 1 }, 'payload 2', undefined],
  ['a definition for such a worker', { payload: 1, created: 'x' }, true, 1, 'task 2', []],
  [
    'a name that every object inherits',
    JSON.parse('{"__proto__": {"payload": 1}}'),
    false,
    JSON.parse('{"__proto__": {"payload": 1}}'),
    'payload 2',
    undefined,
  ],
])('takes %s apart', (_, value, ownPayload, payload, name, scopes) => {
  expect(parts(value, ownPayload)).toMatchObject({ payload, name })
  expect(parts(value, ownPayload).scopes).toEqual(scopes)
})

it('knows facts of a definition alone', () => {
  const facts = { dependencies: ['A', 1], deadline: '1970-01-01T00:00:01Z', created: { $fromNow: '' } }
  expect(parts({ payload: {}, ...facts }).facts).toEqual({ dependencies: ['A'], deadline: 1000 })
  expect(parts({ dependencies: ['A'] }).facts).toEqual({})
})

it('takes a member for the payload that the worker type declares', () => {
  const value = { task: { payload: 1 }, hookId: 'h' }
  expect(taskParts({ source: 's', index: 0, value }, new Set(['task']))).toMatchObject({ payload: value })
})
