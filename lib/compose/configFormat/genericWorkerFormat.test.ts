import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import type { Design } from '@/lib/compose/design/design'
import { genericWorkerFormat } from './genericWorkerFormat'

const catalog = loadCatalog()
const read = (data: JsonObject, engine?: string) =>
  genericWorkerFormat.read(data, catalog, engine === undefined ? {} : { engine })
const said = (data: JsonObject, engine?: string) =>
  read(data, engine).problems.map(({ severity, path, message }) => `${severity} ${path}: ${message}`)

function designOf(data: JsonObject, engine = 'multiuser-linux'): Design {
  const { design } = read(data, engine)
  if (design === undefined) throw new Error('no design')
  return design
}

describe('the configuration of generic-worker', () => {
  it.each<[string, JsonValue, boolean]>([
    ['a configuration', { enableMounts: true }, true],
    ['one in a wrong case', { enablemounts: true }, true],
    ['one without switches', { ed25519SigningKeyLocation: '/key' }, true],
    ['a design', { worker: 'generic-worker', engine: {}, enableMounts: true }, false],
    ['one of taskcluster-worker', { config: {}, capacity: 1 }, false],
    ['another document', { a: 1 }, false],
    ['a list', [], false],
  ])('is told from other documents: %s', (_, data, recognised) => {
    expect(genericWorkerFormat.recognise(data)).toBe(recognised)
  })

  it('is taken apart into settings, plugins and switches', () => {
    const design = designOf({
      provisionerId: 'proj',
      workerType: 'linux',
      rootURL: 'https://tc.example.com/',
      maxTaskRunTime: 60,
      enableInteractive: false,
      interactivePort: 1234,
      enableTaskclusterProxy: false,
      d2gConfig: { enableD2G: true, allowKVM: false },
    })
    expect(design).toMatchObject({
      provisionerId: 'proj',
      workerType: 'linux',
      rootUrl: 'https://tc.example.com',
      strict: false,
      settings: { maxTaskRunTime: 60 },
      disabledPlugins: ['interactive'],
    })
    expect(design.plugins).toMatchObject({
      interactive: { interactivePort: 1234 },
      d2g: { allowKVM: false },
      mounts: {},
    })
    expect(design.plugins).not.toHaveProperty('taskcluster-proxy')
  })

  it.each<[string, JsonObject, string[], string?]>([
    ['another case', { enablemounts: true }, ['notice enablemounts: The worker reads enablemounts as enableMounts.']],
    [
      'an unknown property',
      { enableMount: true },
      ['error enableMount: The worker would not start: it knows no property enableMount.'],
    ],
    [
      'one of another build',
      { enableRDP: true },
      [
        'error enableRDP: The worker would not start: multiuser-linux does not know enableRDP, unlike multiuser-windows.',
      ],
    ],
    [
      'a structure of another build, in another case',
      { d2gconfig: { enableD2G: true } },
      [
        'error d2gconfig: The worker would not start: multiuser-windows does not know d2gconfig, unlike insecure-linux.',
      ],
      'multiuser-windows',
    ],
    [
      'a structure that is none',
      { d2gConfig: true },
      ['error d2gConfig: The worker would not start: d2gConfig must be an object.'],
    ],
    [
      'a switch that is none, in another case',
      { enablelivelog: 'yes' },
      [
        'notice enablelivelog: The worker reads enablelivelog as enableLiveLog.',
        'error enablelivelog: The property enableLiveLog must be true or false.',
      ],
    ],
    [
      'what only old releases know',
      { DeploymentId: 'x', enableD2G: true },
      [
        'warning DeploymentId: generic-worker does not start with DeploymentId, which is left out: deploymentId is gone since version 96.0.0.',
        'warning enableD2G: generic-worker does not start with enableD2G, which is left out: enableD2G is called d2gConfig.enableD2G since version 77.0.0.',
      ],
    ],
    [
      'a property that stands outside of its structure',
      { allowKVM: true },
      ['error allowKVM: The worker would not start: it knows no property allowKVM.'],
    ],
    [
      'what the worker brings',
      { workerId: 'w' },
      ['notice workerId: The design does not have workerId: worker-runner sets it when a worker starts.'],
    ],
    [
      'what the worker brings, in another case, once',
      { workerid: 'w' },
      ['notice workerid: The design does not have workerId: worker-runner sets it when a worker starts.'],
    ],
    [
      'what the worker brings, and loses',
      { instanceID: 'i', WORKERID: 'w' },
      [
        'warning WORKERID: The worker reads WORKERID as workerId and loses it: its own default counts, which it reads later.',
        'warning instanceID: The worker reads instanceID as instanceId and loses it: its own default counts, which it reads later.',
      ],
    ],
  ])('is reported on: %s', (_, data, expected, engine = 'multiuser-linux') => {
    expect(said(data, engine).toSorted()).toEqual(expected.toSorted())
  })

  it('says the way to a property that stands outside of its structure', () => {
    expect(read({ allowKVM: true }, 'multiuser-linux').problems).toMatchObject([
      { help: 'Did you mean d2gConfig.allowKVM?' },
    ])
  })

  it('does not start with what only old releases know', () => {
    const { problems } = genericWorkerFormat.read({ deploymentID: 'x' }, catalog, { environment: {} })
    expect(problems.filter(({ severity }) => severity === 'error')).toMatchObject([
      { message: 'The worker would not start: deploymentId is gone since version 96.0.0.' },
    ])
  })

  it.each<[JsonObject, string, boolean]>([
    [{ enableRDP: true }, 'multiuser-windows', false],
    [{ enablerdp: true }, 'multiuser-windows', false],
    [{ headlessTasks: true, d2gConfig: {} }, 'multiuser-linux', false],
    [{ d2gConfig: { enableD2G: true } }, 'multiuser-linux', true],
    [{ enableMounts: true }, 'multiuser-linux', true],
  ])('lets guess its build: %j', (data, engine, assumed) => {
    const { design, problems } = read(data)
    expect(design?.engine.name).toBe(engine)
    expect(problems.some(({ code }) => code === 'engine-assumed')).toBe(assumed)
  })

  it('comes back with every switch said', () => {
    const config = composeWorkerType(designOf({ enableInteractive: false, interactivePort: 1, capacity: 1 }), catalog)
    expect(config.workerConfig).toEqual({
      capacity: 1,
      d2gConfig: { enableD2G: false },
      enableChainOfTrust: true,
      enableInteractive: false,
      enableLiveLog: true,
      enableLoopbackAudio: true,
      enableLoopbackVideo: true,
      enableResourceMonitor: true,
      enableRunTaskAsCurrentUser: true,
      enableTaskclusterProxy: true,
      interactivePort: 1,
    })
  })

  it.each([
    ['settings.capacity', 'capacity'],
    ['settings', ''],
    ['plugins.d2g.allowKVM', 'd2gConfig.allowKVM'],
    ['plugins.d2g', 'd2gConfig.enableD2G'],
    ['plugins.interactive.interactivePort', 'interactivePort'],
    ['plugins.interactive', 'enableInteractive'],
    ['plugins', ''],
    ['engine.name', ''],
    ['workerType', 'workerType'],
  ])('has %s of a design at %s', (path, place) => {
    const worker = catalog.workers['generic-worker']
    expect(genericWorkerFormat.placeInFile(path, designOf({}), worker)).toBe(place)
  })
})

describe('a design for generic-worker', () => {
  const compose = (members: Partial<Design>, engine = 'multiuser-linux') => {
    const design = designOf({ provisionerId: 'proj', workerType: 'linux' }, engine)
    return composeWorkerType({ ...design, ...members }, catalog)
  }
  const errors = (members: Partial<Design>, engine?: string) =>
    compose(members, engine)
      .problems.filter(({ severity }) => severity === 'error')
      .map(({ code, path }) => `${code} ${path}`)

  it.each<[string, Partial<Design>, string[], string?]>([
    ['nothing wrong', {}, []],
    [
      'a capacity that needs tasks without a desktop',
      { settings: { capacity: 2 } },
      ['start-refused settings.capacity'],
    ],
    ['such a capacity with them', { settings: { capacity: 2, headlessTasks: true } }, []],
    ['such a capacity where users are not made', { settings: { capacity: 2 } }, [], 'insecure-linux'],
    ['what worker-runner brings', { settings: { workerId: 'x' } }, ['setting-reserved settings.workerId']],
    [
      'a setting of another build',
      { settings: { disableNativePayloads: true } },
      ['setting-not-here settings.disableNativePayloads'],
      'multiuser-darwin',
    ],
    ['a plugin of another build', { plugins: { rdp: {} } }, ['plugin-not-built-in plugins.rdp']],
    [
      'one of another build with properties, told once',
      { plugins: { 'loopback-audio': { loopbackAudioDeviceNumber: 1 } } },
      ['plugin-not-built-in plugins.loopback-audio'],
      'multiuser-windows',
    ],
    [
      'a property of a plugin that this build has the payload of, and nothing else',
      { plugins: { d2g: { allowPrivileged: true } } },
      ['setting-not-here plugins.d2g.allowPrivileged'],
      'multiuser-darwin',
    ],
    [
      'such a property of a plugin that is off',
      { plugins: { d2g: { allowPrivileged: true } }, disabledPlugins: ['d2g'] },
      ['setting-not-here plugins.d2g.allowPrivileged'],
      'insecure-freebsd',
    ],
    [
      'a property of a plugin of another build that is off',
      { plugins: { 'loopback-video': { loopbackVideoDeviceNumber: 1 } }, disabledPlugins: ['loopback-video'] },
      ['setting-not-here plugins.loopback-video.loopbackVideoDeviceNumber'],
      'multiuser-windows',
    ],
    [
      'a setting of a later version',
      { workerVersion: '99.0.0', settings: { capacity: 1 } },
      ['setting-not-here settings.capacity'],
    ],
    ['a version that nobody knows any more', { workerVersion: '80.0.0' }, ['worker-version-unknown workerVersion']],
    [
      'mounts that are switched off',
      { plugins: { mounts: { enableMounts: false } } },
      ['no-task-can-run plugins.mounts'],
    ],
    ['no form of payloads', { settings: { disableNativePayloads: true }, plugins: {} }, ['no-task-can-run settings']],
    ['no run time', { settings: { maxTaskRunTime: 0 } }, ['no-task-can-run settings']],
  ])('has %s', (_, members, expected, engine) => {
    expect(errors(members, engine)).toEqual(expected)
  })

  it.each<[string, JsonObject, string[]]>([
    [
      'meet',
      { 'live-log': { livelogPortBase: 100 }, interactive: { interactivePort: 101 } },
      ['start-refused settings.capacity'],
    ],
    ['stand side by side', { 'live-log': { livelogPortBase: 100 }, interactive: { interactivePort: 102 } }, []],
    ['go too high', { 'live-log': { livelogPortBase: 65535 } }, ['start-refused settings.capacity']],
    ['of a plugin that is off do not count', { 'live-log': { livelogPortBase: 100 } }, []],
  ])('has ports that %s', (_, plugins, expected) => {
    expect(errors({ plugins })).toEqual(expected)
  })

  it('warns of a version that is newer than the catalog', () => {
    expect(compose({ workerVersion: '999.0.0' }).problems.map(({ code }) => code)).toContain('worker-version-newer')
  })
})
