import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import type { EngineFeature } from '@/lib/catalog/entry/entry'
import type { EngineCall } from '@/lib/catalog/entry/taskFeature'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import type { Design } from '@/lib/compose/design/design'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { madeUpCatalog } from '@/lib/compose/testing/madeUpCatalog'
import { previewTasks } from './previewTasks'
import { readTasks } from './readTasks'

const catalog = loadCatalog()

function preview(engine: string, plugins: Record<string, JsonValue>, value: JsonValue, members: Partial<Design> = {}) {
  const composition = composeWorkerType(exampleDesign(engine, plugins, members), catalog)
  const [verdict] = previewTasks(composition, [{ source: 's', index: 0, value }])
  if (!verdict) throw new Error('no verdict')
  return verdict
}

const docker: JsonObject = { image: 'ubuntu', command: ['true'] }
const cached = (...caches: JsonObject[]): JsonObject => ({
  ...docker,
  caches: caches.map((cache) => ({ options: {}, ...cache })),
})

const calls: EngineCall[] = [{ stage: 'BuildSandbox', feature: 'missing' }]

describe('previewTasks', () => {
  it('takes task definitions and bare payloads', () => {
    const metadata = { name: 'build' }
    expect(preview('native', {}, { command: ['true'] })).toMatchObject({ name: 'payload 1', valid: true, ok: true })
    expect(preview('native', {}, { payload: { command: [] }, metadata })).toMatchObject({ name: 'build', ok: true })
    expect(preview('native', {}, { status: {}, task: { payload: { command: [] } } })).toMatchObject({ ok: true })
    expect(preview('native', {}, { payload: null })).toMatchObject({ ok: false, errors: [{ path: '' }] })
    expect(preview('native', {}, 7)).toMatchObject({ ok: false })
  })

  it('judges each task of a graph, and nothing that is neither task nor payload, also where any payload is taken', () => {
    const node = (payload: JsonValue) => ({ label: 'a', attributes: {}, task: { payload } })
    const graph = readTasks(JSON.stringify({ x: node({ command: [] }), y: node({ command: 1 }), z: node(null) }), 's')
    const composition = composeWorkerType(exampleDesign('native', {}), catalog)
    const verdicts = [...previewTasks(composition, graph.ok ? graph.value : [])]
    expect(verdicts.map(({ name, ok }) => [name, ok])).toEqual([
      ['a', true],
      ['a', false],
      ['a', false],
    ])
    const open = { ...composition, baseSchema: {}, effectiveSchema: {}, checks: [] }
    const [foreign] = previewTasks(open, [{ source: 's', index: 0, value: { version: 1, tasks: [] } }])
    expect(foreign).toMatchObject({ valid: false, ok: false, findings: [], errors: [{ path: '' }] })
    expect(foreign?.errors[0]?.message).toContain('it looks like a .taskcluster.yml')
  })

  it('tells restrictions from what the worker itself refuses', () => {
    const { errors } = preview(
      'native',
      { cache: {} },
      { command: [1], caches: [{ mountPoint: 'm', options: {} }], x: 1 },
    )
    const named = errors.map(({ path, restriction }) => ({ path, restriction: restriction?.id }))
    expect(named).toEqual([
      { path: '/caches', restriction: 'cache/caches' },
      { path: '/command/0', restriction: undefined },
      { path: '/x', restriction: undefined },
    ])
    expect(errors[0]?.message).toContain('engine native has no newVolume and attachVolume')
  })

  it('names the one of several restrictions of a place that the task breaks', () => {
    const limit: JsonObject = { maxRunTime: '1 hour', perTaskLimit: 'allow' }
    const named = (value: JsonValue) =>
      preview('native', { maxruntime: limit }, { command: [], maxRunTime: value }).errors.map(
        ({ message, restriction }) => [restriction?.id, message],
      )
    expect(named(-5)).toEqual([
      [
        'maxruntime/notNegative',
        'must be at least 0, is -5: a task with a negative run time is ended as soon as it starts',
      ],
    ])
    expect(named(3601)).toMatchObject([['maxruntime/maximum', expect.stringContaining('at most 3600')]])
  })

  it('names no restriction for a value that is no good without one', () => {
    const errors = (value: JsonValue) =>
      preview('native', { relengapi: { token: { $env: 'TOKEN' } } }, { command: [], enableRelengAPIProxy: value })
        .errors
    expect(errors(true).map(({ restriction }) => restriction?.id)).toEqual(['relengapi/relengapiProxy'])
    expect(errors(-1).map(({ restriction }) => restriction?.id)).toEqual([undefined, undefined])
  })

  it('names the restriction of a property that is missing', () => {
    const missing: EngineFeature = { supported: false, reason: 'it is made so' }
    const properties: JsonObject = { other: { type: 'boolean' }, proxy: { type: 'boolean' } }
    const catalog = madeUpCatalog({ missing }, properties, [
      { name: 'other', requestedBy: { path: '/other', when: { const: true } }, calls },
      { name: 'proxy', requestedBy: { path: '/proxy', when: { const: true }, byDefault: true }, calls },
    ])
    const composition = composeWorkerType(exampleDesign('made', { made: {} }), catalog)
    const [verdict] = previewTasks(composition, [{ source: 's', index: 0, value: {} }])
    expect(verdict?.errors).toMatchObject([{ path: '', restriction: { id: 'made/proxy' } }])
  })

  it('refuses every task where none can run', () => {
    expect(preview('script', { env: {} }, { url: 'x' })).toMatchObject({
      valid: false,
      ok: false,
      errors: [{ path: '' }],
    })
  })

  it('finds scopes that are missing, as far as they are known', () => {
    const payload = cached({ name: 'one', mountPoint: '/m/' })
    const severities = (value: JsonValue) =>
      preview('docker', { cache: {} }, value).findings.map((found) => found.severity)
    expect(severities({ payload, scopes: [] })).toEqual(['error'])
    expect(severities({ payload })).toEqual(['error'])
    expect(severities({ payload, scopes: ['worker:cache:two'] })).toEqual(['error'])
    for (const scope of ['worker:cache:one', 'worker:cache:on*', '*'])
      expect(severities({ payload, scopes: [scope] })).toEqual([])
    expect(severities({ payload, scopes: ['assume:builder'] })).toEqual(['warning'])
    expect(severities(payload)).toEqual(['notice'])
    expect(preview('docker', { cache: {} }, { payload, scopes: [] })).toMatchObject({
      valid: true,
      ok: false,
      findings: [{ path: '/caches/0', message: expect.stringContaining('worker:cache:one') }],
    })
  })

  it('finds mount points that meet', () => {
    const scopes = ['*']
    const twice = { payload: cached({ mountPoint: '/m/' }, { mountPoint: '/m/n/' }), scopes }
    expect(preview('docker', { cache: {} }, twice).findings).toMatchObject([{ path: '/caches/1/mountPoint' }])
    const apart = { payload: cached({ mountPoint: '/m/' }, { mountPoint: '/mn/' }), scopes }
    expect(preview('docker', { cache: {} }, apart).findings).toEqual([])
    const mock = {
      payload: {
        delay: 0,
        function: 'true',
        argument: '',
        caches: [
          { mountPoint: 'a', options: {} },
          { mountPoint: 'a', options: {} },
        ],
      },
    }
    expect(preview('mock', { cache: {} }, mock)).toMatchObject({ valid: true, ok: false })
  })

  it('finds run times in words that are too long', () => {
    const plugins = { maxruntime: { maxRunTime: '1 hour', perTaskLimit: 'allow' } }
    const verdict = (maxRunTime: JsonValue) => preview('native', plugins, { payload: { command: [], maxRunTime } })
    expect(verdict('60 min')).toMatchObject({ valid: true, ok: true })
    const message = "The run time is above the worker's limit of 1h0m0s."
    expect(verdict('61 min')).toMatchObject({ valid: true, ok: false, findings: [{ path: '/maxRunTime', message }] })
    expect(verdict(3601)).toMatchObject({
      valid: false,
      findings: [],
      errors: [{ restriction: { id: 'maxruntime/maximum' } }],
    })
    expect(verdict([])).toMatchObject({ valid: false, findings: [] })
  })

  it('takes a run time of zero for the limit, also where that is below zero', () => {
    const plugins = { maxruntime: { maxRunTime: -60, perTaskLimit: 'allow' } }
    for (const maxRunTime of [0, '', '0 min']) {
      expect(preview('native', plugins, { command: [], maxRunTime })).toMatchObject({ valid: true, ok: true })
    }
    expect(preview('native', plugins, { command: [], maxRunTime: '1 min' })).toMatchObject({ valid: true, ok: false })
  })

  it.each<[JsonValue, boolean]>([
    [0, true],
    [-1, true],
    [-9223372036, true],
    [-9223372037, false],
    ['106752 days', true],
    ['213504 days', false],
    [3601, false],
  ])('follows run times over the edge of 64 bits: %j', (maxRunTime, runs) => {
    const plugins = { maxruntime: { maxRunTime: 60, perTaskLimit: 'allow' } }
    expect(preview('native', plugins, { command: [], maxRunTime }, { strict: false }).ok).toBe(runs)
  })

  it('finds machines with more CPUs than the limit, as far as the task says', () => {
    const limits = { maxMemory: 1024, maxCPUs: 4, defaultThreads: 2 }
    const engine = { name: 'qemu', config: { network: { subnets: 1 }, limits } }
    const verdict = (machine: JsonObject) =>
      preview('qemu', {}, { image: 'https://a/b', command: [], machine: { version: 1, ...machine } }, { engine })
    const fit: JsonObject[] = [{}, { cores: 4 }, { threads: 2, cores: 2 }, { threads: 2, cores: 2, sockets: 1 }]
    for (const machine of fit) {
      expect(verdict(machine), JSON.stringify(machine)).toMatchObject({ valid: true, ok: true, findings: [] })
    }
    const large: JsonObject[] = [
      { threads: 2, cores: 3 },
      { threads: 2, cores: 2, sockets: 2 },
    ]
    for (const machine of large) {
      expect(verdict(machine), JSON.stringify(machine)).toMatchObject({ valid: true, ok: false })
    }
    const message = 'The machine has more virtual CPUs (threads x cores x sockets) than the limit of 4.'
    expect(verdict({ threads: 4, sockets: 2 }).findings).toMatchObject([{ path: '/machine', message }])
    expect(preview('qemu', {}, { image: 'https://a/b', command: [], machine: 4 }, { engine }).findings).toEqual([])
  })

  it('counts bytes where the worker does', () => {
    const payload = (argument: string) => ({ delay: 0, function: 'true', argument })
    expect(preview('mock', {}, payload('é'.repeat(127)))).toMatchObject({ ok: true })
    expect(preview('mock', {}, payload('é'.repeat(128)))).toMatchObject({
      valid: true,
      ok: false,
      findings: [{ path: '/argument' }],
    })
    const config = {
      command: ['x'],
      schema: { type: 'object', properties: { label: { type: 'string', maxLength: 5 } }, required: [] },
    }
    const members = { engine: { name: 'script', config } }
    expect(preview('script', {}, { label: 'ééééé' }, members)).toMatchObject({ ok: true })
  })

  it('is not confused by hostile names', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      const value: JsonValue = JSON.parse(`{"command": [], ${JSON.stringify(name)}: 1}`)
      expect(preview('native', {}, value)).toMatchObject({ valid: false, errors: [{ path: `/${name}` }] })
    }
  })
})
