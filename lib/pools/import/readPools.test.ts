import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { JsonValue } from '../../base/json'
import { tcAdminFile } from '../files/tcAdminFile'
import { google, launchConfig, pool } from '../testing/sampleImports'
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
