import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import type { Design } from '@/lib/compose/design/design'
import { resolveDesign } from '@/lib/compose/resolve/resolveDesign'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { composeChecks } from './composeChecks'

const catalog = loadCatalog()

function checks(
  engine: string,
  plugins: Record<string, JsonValue> = {},
  members: Partial<Design> = {},
  properties: string[] = [],
) {
  const resolved = resolveDesign(exampleDesign(engine, plugins, members), catalog)
  if (!resolved.ok) throw new Error('unresolved')
  return composeChecks(resolved.value, properties)
}

const ids = (...args: Parameters<typeof checks>) => checks(...args).map(({ id, kind }) => `${id} ${kind}`)
const maxruntime = (maxRunTime: JsonValue) => ({ maxruntime: { maxRunTime, perTaskLimit: 'allow' } })

describe('composeChecks', () => {
  it.each<[string, Record<string, JsonValue>, string[]]>([
    ['native', {}, []],
    ['native', { env: {}, tcproxy: {}, success: {} }, []],
    ['native', maxruntime(60), ['maxruntime/maxruntime-above-limit maximumDuration']],
    [
      'docker',
      {},
      ['docker/privileged/scope scope', 'docker/imageFromTask/scope scope', 'docker/imageFromIndex/scope scope'],
    ],
    [
      'mock',
      { cache: {} },
      [
        'mock/fatal-function text',
        'mock/failing-function text',
        'cache/readWriteCaches/scope scope',
        'cache/preloadFromTask/scope scope',
        'cache/preloadFromIndex/scope scope',
        'cache/distinct distinctPaths',
      ],
    ],
    [
      'qemu',
      {},
      ['qemu/maximum-cpus maximumProduct', 'qemu/imageFromTask/scope scope', 'qemu/imageFromIndex/scope scope'],
    ],
  ])('finds on %s with %j what no schema can say', (engine, plugins, expected) => {
    expect(ids(engine, plugins)).toEqual([...expected, 'byte-length byteLength'])
  })

  it('looks at plugins that are on', () => {
    expect(ids('native', maxruntime(60), { disabledPlugins: ['maxruntime'] })).toEqual(['byte-length byteLength'])
  })

  it.each<[JsonValue, number, string]>([
    [3600, 3600, '1h0m0s'],
    ['1 hour 30 min', 5400, '1h30m0s'],
    ['', 0, '0s'],
    [-5, 0, '0s'],
  ])('puts the limit %j of the configuration into rule and words', (maxRunTime, seconds, words) => {
    const [check] = checks('native', maxruntime(maxRunTime))
    expect(check).toEqual({
      id: 'maxruntime/maxruntime-above-limit',
      component: 'plugin maxruntime',
      message: `The run time is above the worker's limit of ${words}.`,
      severity: 'error',
      at: '/maxRunTime',
      kind: 'maximumDuration',
      seconds,
    })
  })

  it('fills the identity into scopes, and leaves members of the payload to the preview', () => {
    const found = checks('docker', { cache: {} })
    const scopes = found.flatMap((check) =>
      check.kind === 'scope' ? [[check.at, check.anyOf.join(), check.when]] : [],
    )
    const taskArtifact = { not: { properties: { artifact: { pattern: '^public/' } } } }
    expect(scopes).toEqual([
      ['/privileged', 'worker:privileged:proj/example-1', { const: true }],
      [
        '/image',
        'queue:get-artifact:<artifact>',
        { allOf: [{ type: 'object', required: ['taskId', 'artifact'] }, taskArtifact] },
      ],
      [
        '/image',
        'queue:get-artifact:<artifact>',
        { allOf: [{ type: 'object', required: ['namespace', 'artifact'] }, taskArtifact] },
      ],
      ['/caches/*', 'worker:cache:<name>', { type: 'object', required: ['name'] }],
      [
        '/caches/*/preload',
        'queue:get-artifact:<artifact>',
        { allOf: [{ type: 'object', required: ['taskId', 'artifact'] }, taskArtifact] },
      ],
      [
        '/caches/*/preload',
        'queue:get-artifact:<artifact>',
        { allOf: [{ type: 'object', required: ['namespace', 'artifact'] }, taskArtifact] },
      ],
    ])
    expect(found.find(({ kind }) => kind === 'scope')?.message).toBe(
      'Privileged container: the task needs the scope <scope>',
    )
  })

  it.each<[string, unknown[]]>([
    ['docker', [{ at: '/caches/*/mountPoint', nested: true, message: 'overlaps with another one of this task' }]],
    ['mock', [{ at: '/caches/*/mountPoint', nested: false, message: 'is used twice in this task' }]],
    ['native', []],
    ['qemu', []],
  ])('keeps mount points on %s apart as the engine does', (engine, expected) => {
    expect(checks(engine, { cache: {} }).filter(({ kind }) => kind === 'distinctPaths')).toMatchObject(expected)
  })

  it('counts bytes, but not in the properties of an engine that counts characters', () => {
    const last = (engine: string) => checks(engine, {}, {}, ['a', 'b']).at(-1)
    expect(last('mock')).toMatchObject({
      kind: 'byteLength',
      except: [],
      component: 'worker taskcluster-worker',
      at: '',
    })
    expect(last('script')).toMatchObject({ kind: 'byteLength', except: ['a', 'b'] })
  })
})
