import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { configurations, selectedEngine, settingsOf } from '@/lib/compose/design/configurations'
import type { Design } from '@/lib/compose/design/design'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { openProblems } from './openValue'
import { resolveDesign } from './resolveDesign'

const catalog = loadCatalog()

function resolve(plugins: Record<string, JsonValue> = {}, members: Partial<Design> = {}) {
  const resolved = resolveDesign(exampleDesign('native', plugins, members), catalog)
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems))
  return { ...resolved.value, problems: resolved.problems }
}
const taskclusterWorker = workerOf('taskcluster-worker')
const fails = (members: Partial<Design>) => {
  const resolved = resolveDesign(exampleDesign('native', {}, members), catalog)
  return [resolved.ok, ...resolved.problems.map(({ code, path, help }) => `${code} ${path}: ${help}`)]
}
const byName = { name: { $env: 'ENGINE' }, config: {} }

describe('resolveDesign', () => {
  it('finds engine and plugins, sorted, without those that are off or unknown', () => {
    const { engine, plugins, worker, problems } = resolve(
      { tcproxy: {}, nosuch: {}, env: {}, cache: {} },
      { disabledPlugins: ['cache'] },
    )
    expect([worker.label, engine.label, ...plugins.map(({ label }) => label)]).toEqual([
      'worker taskcluster-worker',
      'engine native',
      'plugin env',
      'plugin tcproxy',
    ])
    expect(plugins.map(({ place }) => place)).toEqual([
      ['plugins', 'env'],
      ['plugins', 'tcproxy'],
    ])
    expect(problems).toMatchObject([{ code: 'unknown-plugin', path: 'plugins.nosuch' }])
  })

  it.each<[string, Partial<Design>, (string | boolean)[]]>([
    ['worker', { worker: 'taskcluster-workr' }, [false, 'unknown-worker worker: Did you mean taskcluster-worker?']],
    [
      'worker called like a member of all objects',
      { worker: 'constructor' },
      [false, 'unknown-worker worker: The catalog has generic-worker, taskcluster-worker.'],
    ],
    ['engine', { engine: { name: 'nativ', config: {} } }, [false, 'unknown-engine engine.name: Did you mean native?']],
    [
      'engine called like a member of all objects',
      { engine: { name: 'toString', config: {} } },
      [false, 'unknown-engine engine.name: It has docker, mock, native, qemu, script.'],
    ],
    [
      'engine whose name is a reference',
      { engine: byName },
      [false, 'sample-needed engine.name: Give a sample value for ENGINE (samples, or an environment file).'],
    ],
  ])('fails without a known %s', (_, members, expected) => {
    expect(fails(members)).toEqual(expected)
  })

  it('selects the engine that a sample names, with the configuration that is kept for it', () => {
    const members = {
      engine: byName,
      otherEngines: { docker: { privileged: 'allow' }, mock: {} },
      samples: { ENGINE: 'docker' },
    }
    const { engine } = resolve({}, members)
    expect(engine).toMatchObject({
      label: 'engine docker',
      config: { privileged: 'allow' },
      place: ['otherEngines', 'docker'],
    })
    expect(selectedEngine(exampleDesign('x', {}, members))).toEqual({
      name: 'docker',
      config: { privileged: 'allow' },
      place: ['otherEngines', 'docker'],
    })
    expect(selectedEngine(exampleDesign('native', {}))).toMatchObject({ name: 'native', place: ['engine', 'config'] })
    expect(selectedEngine(exampleDesign('x', {}, { ...members, samples: {} })).name).toEqual({ $env: 'ENGINE' })
  })

  it('puts samples in, and base URLs of the deployment where none are written', () => {
    const { plugins, settings, design } = resolve(
      { cache: {}, logprefix: { a: { $env: 'A' }, b: { $env: 'B' } } },
      { samples: { A: 'x' }, rootUrl: 'https://tc.example.com' },
    )
    expect(plugins.map(({ config }) => config)).toEqual([
      { purgeCacheBaseUrl: 'https://tc.example.com/api/purge-cache/v1' },
      { a: 'x', b: { $env: 'B' } },
    ])
    expect(settings).toMatchObject({ queueBaseUrl: 'https://tc.example.com/api/queue/v1' })
    expect(design.plugins.cache).toEqual({})
    const own = resolve({ cache: { purgeCacheBaseUrl: 'https://other/' } }, { rootUrl: 'https://tc.example.com' })
    expect(own.plugins[0]?.config).toEqual({ purgeCacheBaseUrl: 'https://other/' })
  })

  it('knows the identity where it is known', () => {
    expect(resolve()).toMatchObject({ provisionerId: 'proj', workerType: 'example-1' })
    const open = { provisionerId: { $env: 'P' }, workerType: { $env: 'W' } }
    expect(resolve({}, open)).toMatchObject({ provisionerId: '', workerType: '' })
    expect(resolve({}, { ...open, samples: { P: 'a', W: 'b' } })).toMatchObject({ provisionerId: 'a', workerType: 'b' })
  })

  it('remembers references that are read, other than those to secrets', () => {
    const { plugins, openPlaces, ...rest } = resolve({
      artifacts: { privateKey: { $env: 'KEY' } },
      reboot: { allowTaskReboots: { $env: 'R', type: 'bool' }, rebootCommand: { $packet: 'hostname' } },
    })
    expect(openPlaces.size).toBe(0)
    JSON.stringify(plugins.map(({ context }) => context.config))
    expect([...openPlaces.keys()]).toEqual(['plugins.reboot.allowTaskReboots', 'plugins.reboot.rebootCommand'])
    const problems = openProblems({ ...rest, plugins, openPlaces })
    expect(
      problems.map(({ code, severity, path, component, help }) => [code, severity, path, component, help]),
    ).toEqual([
      [
        'sample-needed',
        'error',
        'plugins.reboot.allowTaskReboots',
        'plugin reboot',
        'Give a sample value for R (samples, or an environment file).',
      ],
      ['sample-needed', 'error', 'plugins.reboot.rebootCommand', 'plugin reboot', 'Write the value itself.'],
    ])
  })
})

describe('settingsOf', () => {
  it.each<[string, JsonObject, JsonObject]>([
    [
      'beside what else there is',
      { a: 1, worker: { concurrency: 1 } },
      { a: 1, worker: { concurrency: 1, provisionerId: 'proj', workerType: 'example-1' } },
    ],
    ['where there is nothing', { a: 1 }, { a: 1, worker: { provisionerId: 'proj', workerType: 'example-1' } }],
    [
      'before one that is there',
      { worker: { workerType: 'other' } },
      { worker: { provisionerId: 'proj', workerType: 'example-1' } },
    ],
    ['not where it cannot be', { worker: 'x' }, { worker: 'x' }],
  ])('has the identity %s', (_, settings, expected) => {
    expect(settingsOf(exampleDesign('native', {}, { settings }), taskclusterWorker)).toEqual(expected)
  })

  it('has none where the design has none', () => {
    const nameless = { provisionerId: '', workerType: '' }
    expect(settingsOf(exampleDesign('native', {}, { ...nameless, settings: { a: 1 } }), taskclusterWorker)).toEqual({
      a: 1,
    })
    const worker = { provisionerId: 'inside' }
    expect(settingsOf(exampleDesign('native', {}, { ...nameless, settings: { worker } }), taskclusterWorker)).toEqual({
      worker,
    })
  })
})

describe('configurations', () => {
  const worker = catalog.workers['taskcluster-worker']
  if (worker === undefined) throw new Error('there is no taskcluster-worker')
  const labels = (members: Partial<Design>, plugins: Record<string, JsonValue> = {}) =>
    configurations(exampleDesign('native', plugins, members), worker).map(
      ({ label, place, schema }) => `${label} ${place.join('.')}${schema ? '' : ' ?'}`,
    )

  it('lists all that a design holds, once', () => {
    expect(
      labels({ otherEngines: { mock: {}, nosuch: {} }, disabledPlugins: ['env'] }, { env: {}, toString: {} }),
    ).toEqual([
      'worker taskcluster-worker settings',
      'engine native engine.config',
      'engine mock otherEngines.mock',
      'engine nosuch otherEngines.nosuch ?',
      'plugin env plugins.env',
      'plugin toString plugins.toString ?',
    ])
    expect(labels({ engine: byName, otherEngines: { mock: {} }, samples: { ENGINE: 'mock' } })).toEqual([
      'worker taskcluster-worker settings',
      'engine mock otherEngines.mock',
    ])
    expect(labels({ engine: byName })).toEqual(['worker taskcluster-worker settings', 'engine  engine.config ?'])
  })
})

function workerOf(name: string) {
  const worker = catalog.workers[name]?.worker
  if (worker === undefined) throw new Error(`there is no worker ${name}`)
  return worker
}
