import { expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { unknownDocument } from './unknownDocument'

it.each<[JsonValue, string, RegExp]>([
  [{ provider: {}, worker: {} }, 'a file of worker-runner', /wtd import/],
  [{ workerPoolId: 'a/b', config: {} }, 'a worker pool', /wtd import/],
  [{ resources: [] }, 'a set of worker pools', /--pool ID/],
  [{ worker: 'generic-worker', engine: { name: 'x' } }, 'a design', /wtd check/],
  [{ kind: 'plugin', name: 'x' }, 'an engine or a plugin of the catalog', /plugin test/],
  [{ provisionerId: 'a', payload: {} }, 'a task', /wtd preview/],
  [{ command: [], maxRunTime: 1 }, 'a task', /wtd preview/],
  [{ $schema: 'x' }, 'a JSON Schema', /wtd diff/],
  [{ a: 1 }, 'an object with a', /A design has worker and engine/],
  [{ a: 1, b: 1, c: 1, d: 1, e: 1, f: 1 }, 'an object with a, b, c, d, e and others', /A design has/],
  [{}, 'an empty object', /A design has/],
  [[1], 'a list of 1 item', /A design has/],
  [[], 'a list of 0 items', /A design has/],
  ['x', 'a text', /A design has/],
  [5, 'a number', /A design has/],
  [null, 'an empty document', /A design has/],
])('%j is named', (data, what, help) => {
  const problem = unknownDocument(data, 'a configuration')
  expect(problem.message).toBe(`This is ${what}, and not a configuration.`)
  expect(problem.help).toMatch(help)
})
