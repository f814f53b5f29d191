import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import type { ComposedCheck } from '@/lib/compose/composition'
import { compilePayloadValidator } from '@/lib/schema/validate/compilePayloadValidator'
import { exampleTasks } from './exampleTasks'
import { sampleComposition } from './testing/sampleComposition'

const closed = (properties: JsonObject, required: string[] = []): JsonObject => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})
const check = (at: string): ComposedCheck => ({
  id: 'x',
  component: 'plugin x',
  message: 'No.',
  severity: 'error',
  at,
  kind: 'dependency',
})
const made = (schema: JsonObject, checks: ComposedCheck[] = []) =>
  exampleTasks(sampleComposition({ effectiveSchema: schema, checks }), schema)

describe('exampleTasks', () => {
  it.each<[string, JsonObject, ComposedCheck[], string[]]>([
    ['one property', closed({ a: { type: 'string' } }, ['a']), [], ['minimal', 'typical']],
    ['nothing to choose', closed({}), [], ['minimal', 'typical']],
    ['no payload at all', closed({ a: false }, ['a']), [], []],
    ['what the worker refuses whatever it is', closed({ a: { type: 'string' } }, ['a']), [check('/a')], []],
  ])('has of %s: %#', (_, schema, checks, sizes) => {
    expect([...made(schema, checks).keys()]).toEqual(sizes)
  })

  it('has complete tasks for this worker type, that its schema takes', () => {
    const schema = closed({ a: { type: 'string', minLength: 3 }, b: { type: 'integer' } }, ['a'])
    const tasks = [...made(schema).values()]
    expect(tasks.map(({ taskQueueId }) => taskQueueId)).toEqual(['proj/native-1', 'proj/native-1', 'proj/native-1'])
    for (const task of tasks) {
      expect(task).not.toHaveProperty('scopes')
      expect(compilePayloadValidator(schema).accepts(task.payload ?? null)).toBe(true)
    }
  })

  it('has nothing in them that only some would run', () => {
    const schema = closed({ a: { type: 'string' }, b: { type: 'string' } }, ['a'])
    const tasks = made(schema, [check('/b')])
    expect([...tasks.values()].filter(({ payload }) => Object.hasOwn(Object(payload), 'b'))).toEqual([])
    expect(tasks.has('minimal')).toBe(true)
  })
})
