import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { checkWorkerConfig, runnerProperties, secretProperties } from './checkWorkerConfig'

const told = (workerConfig: JsonValue) =>
  checkWorkerConfig(workerConfig, 'w').map(({ code, path, severity }) => `${severity} ${code} ${path}`)
const inside = (config: JsonValue, more: JsonObject = {}): JsonObject => ({ genericWorker: { config }, ...more })

describe('checkWorkerConfig', () => {
  it.each<[string, JsonValue, string[]]>([
    ['nothing of a good one', inside({ capacity: 2 }), []],
    ['nothing where there is none', null, []],
    ['nothing of a flat one, which has no other key', { capacity: 2 }, []],
    ['a key beside genericWorker', inside({}, { shutdown: {} }), ['error pool-worker-config-form w']],
    ['a key of a known name beside it', inside({}, { config: {} }), ['error pool-worker-config-form w']],
    ['a key beside one that is none', { genericWorker: 1, a: 1 }, ['error pool-worker-config-form w']],
    ['a reference', inside({ a: { $env: 'A' } }), ['error pool-reference w.genericWorker.config.a']],
    [
      'references deep inside',
      inside({ a: [{ b: { $secret: 's', key: 'k' } }], 'c d': { $env: 'A', type: 'number' } }),
      ['error pool-reference w.genericWorker.config.a[0].b', 'error pool-reference w.genericWorker.config."c d"'],
    ],
    ['a whole configuration that is one', inside({ $env: 'A' }), ['error pool-reference w.genericWorker.config']],
    ['what files say, which is data', { genericWorker: { config: {}, files: [{ $env: 'A' }] } }, []],
    [
      'properties in another case',
      inside({ accesstoken: 'x', rootUrl: 'x', RootURL: 'x' }),
      [
        'error pool-secret w.genericWorker.config.accesstoken',
        'warning pool-property-wins w.genericWorker.config.rootUrl',
        'notice pool-property-overridden w.genericWorker.config.RootURL',
      ],
    ],
    ['a property that is deeper', inside({ workerTypeMetadata: { region: 'x' } }), []],
    [
      'both at once',
      inside({ region: { $env: 'A' } }),
      [
        'error pool-reference w.genericWorker.config.region',
        'notice pool-property-overridden w.genericWorker.config.region',
      ],
    ],
  ])('tells of %s', (_, workerConfig, expected) => {
    expect(told(workerConfig)).toEqual(expected)
  })

  it.each(runnerProperties)('tells that worker-runner writes %s itself', (name) => {
    const [problem, ...others] = checkWorkerConfig(inside({ [name]: 'secret value' }), 'w')
    const isSecret = secretProperties.includes(name)
    expect(problem).toMatchObject({ code: isSecret ? 'pool-secret' : 'pool-property-overridden' })
    expect(problem?.message).toContain(name)
    expect(problem?.message).not.toContain('secret value')
    expect(others).toEqual([])
  })
})

describe('what worker-runner writes', () => {
  const reserved = loadCatalog().workers['generic-worker']?.worker.reserved ?? {}

  it('is what a design does not have, but for the one that is lost on the way', () => {
    // Worker-runner writes instanceID; the worker knows instanceId, and loses names of another case. So a pool's own value stays.
    expect(Object.keys(reserved).sort()).toEqual([...runnerProperties, 'instanceId'].sort())
  })

  it('is a secret in both places or in neither', () => {
    const secret = Object.entries(reserved).filter(([, why]) => why.includes('it is a secret'))
    expect(secret.map(([name]) => name).sort()).toEqual([...secretProperties].sort())
  })
})
