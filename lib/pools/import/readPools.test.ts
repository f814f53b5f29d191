import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { JsonValue } from '@/lib/base/json'
import { tcAdminFile } from '@/lib/pools/files/poolFiles'
import { google, launchConfig, pool } from '@/lib/pools/testing/sampleImports'
import { readPools } from './readPools'

describe('a document of pools', () => {
  const one = google(launchConfig('a'))
  const { workerPoolId: _, ...nameless } = one
  const paths = (document: JsonValue) => {
    const found = readPools(document)
    return found.ok
      ? found.value.map(({ path, workerPoolId, read: { ok } }) => [path, workerPoolId, ok])
      : found.problems
  }

  it.each<[string, JsonValue, unknown[][]]>([
    ['a pool', one, [['', 'proj/ci', true]]],
    [
      'a list',
      [one, pool('x')],
      [
        ['[0]', 'proj/ci', true],
        ['[1]', 'proj/ci', false],
      ],
    ],
    ['an answer of listWorkerPools', { workerPools: [one] }, [['workerPools[0]', 'proj/ci', true]]],
    ['a pool for each id', { 'proj/ci': nameless }, [['proj/ci', 'proj/ci', true]]],
    [
      'resources of tc-admin',
      {
        resources: [
          { kind: 'Role', roleId: 'x' },
          { kind: 'WorkerPool', ...one },
        ],
        managed: ['.*'],
      },
      [['resources[1]', 'proj/ci', true]],
    ],
  ])('may be %s', (__, document, expected) => {
    expect(paths(document)).toEqual(expected)
  })

  it.each<[string, JsonValue, unknown[][]]>([
    [
      'pools that are no objects',
      [one, null, 7],
      [
        ['[0]', 'proj/ci', true],
        ['[1]', undefined, false],
        ['[2]', undefined, false],
      ],
    ],
    ['pools by id that have one of their own', { 'proj/other': one }, [['proj/other', 'proj/ci', true]]],
    ['pools by id in a member', { pools: { 'proj/ci': nameless } }, [['pools.proj/ci', 'proj/ci', true]]],
    [
      'a file of worker-runner',
      { provider: { providerType: 'static', workerPoolID: 'a/b' }, worker: { implementation: 'generic-worker' } },
      [['', 'a/b', true]],
    ],
    ['a file of worker-runner for another worker', { provider: {}, worker: {} }, [['', undefined, false]]],
    ['an id that is no text', [{ ...one, workerPoolId: 7 }], [['[0]', undefined, true]]],
    ['a pool that says so', { kind: 'WorkerPool', ...one }, [['', 'proj/ci', true]]],
  ])('may be odd: %s', (__, document, expected) => {
    expect(paths(document)).toEqual(expected)
  })

  it.each<[string, JsonValue]>([
    ['ids without a slash', { ci: nameless }],
    ['ids among other things', { 'proj/ci': nameless, version: 1 }],
    ['a pool without a name', nameless.config ?? null],
    ['a list of texts for resources', { resources: 'x' }],
    ['a name that every object inherits', JSON.parse('{"__proto__": {"workerPoolId": "a/b", "config": {}}}')],
  ])('is none of pools: %s', (__, document) => {
    expect(readPools(document).problems.map(({ code }) => code)).toEqual(['no-pools'])
  })

  it('may be what is written for tc-admin', () => {
    const text = tcAdminFile({ workerPoolId: 'proj/ci', definition: nameless })
    const found = readPools(parse(text))
    expect(found).toMatchObject({
      ok: true,
      value: [{ workerPoolId: 'proj/ci', read: { value: { managedElsewhere: true } } }],
    })
  })

  it('tells of resources that are none, and of documents without any', () => {
    const found = readPools({ resources: [{ kind: 'Role' }, { kind: 'WorkerPool', ...one }] })
    expect(found.problems).toMatchObject([{ code: 'resource-ignored', path: 'resources[0]' }])
    const documents: JsonValue[] = [1, [], {}, { a: 1 }, { resources: [] }, { resources: [{ kind: 'Role' }] }]
    for (const document of documents) {
      const none = readPools(document)
      expect(none.ok ? none : none.problems.at(-1)).toMatchObject({ code: 'no-pools' })
    }
  })
})
