import { expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import type { ComposedCheck } from '@/lib/compose/composition'
import { exampleScopes } from './exampleTasks'
import { sampleComposition } from './testing/sampleComposition'

const scope = (at: string, anyOf: string[], more: Partial<ComposedCheck> = {}) =>
  ({
    id: 'x',
    component: 'x',
    message: '<scope>',
    severity: 'error',
    at,
    kind: 'scope',
    anyOf,
    ...more,
  }) as ComposedCheck
const payload: JsonValue = { caches: [{ name: 'b' }, { name: 'a' }, { name: 'b' }], groups: { 'a/b': true, c: false } }

it.each<[string, ComposedCheck[], string[]]>([
  ['none where none is asked for', [], []],
  ['each once, sorted', [scope('/caches/*', ['cache:<name>'])], ['cache:a', 'cache:b']],
  ['the first of several that do', [scope('/caches/1', ['cache:<name>', 'cache:*'])], ['cache:a']],
  ['keys as they are', [scope('/groups/*', ['group:<key>'], { when: { const: true } })], ['group:a/b']],
  ['none of a place that is not there', [scope('/mounts/*', ['mount:<name>'])], []],
  ['none of other payloads', [scope('/caches/*', ['cache:<name>'], { payload: [{ required: ['mounts'] }] })], []],
  ['none of other checks', [{ ...scope('/caches', []), kind: 'byteLength', except: [] } as ComposedCheck], []],
])('an example has the scopes that it needs: %s', (_, checks, expected) => {
  expect(exampleScopes(sampleComposition({ checks }), payload)).toEqual(expected)
})
