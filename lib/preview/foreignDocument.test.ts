import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { foreignDocument } from './foreignDocument'

const declared = new Set(['command', 'image'])

describe('foreignDocument', () => {
  it.each<[string, JsonValue, RegExp]>([
    ['templates', { version: 1, policy: {}, tasks: [{ $if: 'true' }] }, /\.taskcluster\.yml/],
    ['templates of one expression', { version: 1, tasks: { $map: [] } }, /\.taskcluster\.yml/],
    ['an expression', { $if: 'true' }, /JSON-e/],
    ['a hook', { hookGroupId: 'g', hookId: 'h', schedule: [] }, /hook/],
    ['a worker pool', { workerPoolId: 'a/b', config: {} }, /worker pool/],
    ['a design', { provisionerId: 'a', workerType: 'b', engine: 'docker' }, /design/],
    ['a configuration', { provisionerId: 'a', workerType: 'b', rootURL: 'https://x', clientId: 'c' }, /configuration/],
    ['a status', { status: { taskId: 'x', state: 'pending' } }, /status/],
    ['a list of another service', { tasks: [{ id: 1 }], continuationToken: 't' }, /list of tasks/],
    ['a definition without payload', { metadata: {}, created: 'x', taskQueueId: 'a/b' }, /without a payload/],
    ['a wrapped definition without payload', { task: { metadata: {} } }, /without a payload/],
    ['labels', { 'build-a': 'fN1SbArXTPSVFNUvaOlinQ' }, /labels/],
    ['a graph without tasks', { 'build-a': { label: 'build-a', kind: 'build', attributes: {} } }, /task graph/],
  ])('knows %s', (_, value, words) => {
    expect(foreignDocument(value, declared)).toMatch(words)
  })

  it.each<[string, JsonValue]>([
    ['a payload', { command: ['true'] }],
    ['a payload beside words of a definition', { command: [], metadata: {}, created: 'x' }],
    ['a payload that is refused', { comand: ['true'] }],
    ['an empty payload', {}],
    ['a list', [{ hookId: 'h' }]],
    ['a text', 'hookId'],
    ['null', null],
    ['one word of a definition', { metadata: { name: 'x' } }],
    ['objects of another meaning', { a: { label: 'x' }, b: {} }],
  ])('takes %s for a payload', (_, value) => {
    expect(foreignDocument(value, declared)).toBeUndefined()
  })
})
