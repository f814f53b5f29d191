import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { unfoldTasks } from './readTasks'

const task = { payload: {}, metadata: { name: 'n' } }
const node = { label: 'build-a', attributes: {}, dependencies: {}, optimization: null, task }

describe('unfoldTasks', () => {
  it.each<[string, JsonValue, JsonValue[]]>([
    ['a task graph by task ID', { fN1SbArXTPSVFNUvaOlinQ: { ...node, task_id: 'x' } }, [{ ...node, task_id: 'x' }]],
    [
      'a full task graph by label',
      { 'build-a': node, 'build-b': { ...node, label: 'b' } },
      [node, { ...node, label: 'b' }],
    ],
    ['a task group', { taskGroupId: 'g', schedulerId: 's', tasks: [{ status: {}, task }] }, [{ status: {}, task }]],
    ['hooks', { hooks: [{ hookId: 'a', task }, { hookId: 'b' }] }, [{ hookId: 'a', task }, { hookId: 'b' }]],
    ['an empty task group', { taskGroupId: 'g', tasks: [] }, []],
  ])('takes %s apart', (_, value, tasks) => {
    expect(unfoldTasks(value)).toEqual(tasks)
  })

  it.each<[string, JsonValue]>([
    ['a task', task],
    ['a task as the Queue tells it', { status: {}, task }],
    ['a hook', { hookId: 'a', hookGroupId: 'g', task }],
    ['a payload with tasks', { tasks: [{ a: 1 }] }],
    ['a payload of objects', { a: { label: 'x' }, b: { task: {} } }],
    ['a graph in another shape', { 'build-a': node, version: 1 }],
    ['a graph whose tasks have no payload', { 'build-a': { ...node, task: {} } }],
    ['an empty object', {}],
    ['a list', [node]],
    ['nothing', null],
    ['names that every object inherits', JSON.parse('{"__proto__": {"task": {"payload": 1}}}')],
  ])('leaves %s as it is', (_, value) => {
    expect(unfoldTasks(value)).toEqual([value])
  })

  it('leaves a graph whole or takes all of its members', () => {
    const member = fc.oneof(fc.constant(node), fc.constant<JsonValue>({ ...node, task: {} }), fc.jsonValue())
    fc.assert(
      fc.property(fc.dictionary(fc.string(), member as fc.Arbitrary<JsonValue>), (graph) => {
        const unfolded = unfoldTasks(graph)
        expect([[graph], Object.values(graph)]).toContainEqual(unfolded)
      }),
    )
  })
})
