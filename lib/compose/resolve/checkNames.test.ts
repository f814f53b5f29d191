import { describe, expect, it } from 'vitest'
import type { Catalog } from '@/lib/catalog/entry/entry'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import type { Design } from '@/lib/compose/design/design'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'

const builtIn = loadCatalog()

/** The catalog and a second worker, which has an engine and a plugin of its own. */
function withSecondWorker(): Catalog {
  const worker = builtIn.workers['taskcluster-worker']
  const native = worker?.engines.native
  const env = worker?.plugins.env
  if (!worker || !native || !env) throw new Error('the catalog lacks native or env')
  const second = {
    worker: { ...worker.worker, name: 'second-worker', title: 'Second' },
    engines: { desktop: { ...native, name: 'desktop' } },
    plugins: { clipboard: { ...env, name: 'clipboard' } },
  }
  return { workers: { ...builtIn.workers, 'second-worker': second } }
}

const catalog = withSecondWorker()

function errors(design: Design) {
  return composeWorkerType(design, catalog)
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ code, path, help }) => ({ code, path, help }))
}

describe('names in a design', () => {
  it.each<[string, Design, string, string, string]>([
    ['a misspelt engine', exampleDesign('natve', {}), 'unknown-engine', 'engine.name', 'Did you mean native?'],
    [
      'an engine like no other',
      exampleDesign('frobnicator', {}),
      'unknown-engine',
      'engine.name',
      'It has docker, mock, native, qemu, script.',
    ],
    [
      'a misspelt plugin',
      exampleDesign('native', { cahce: {} }),
      'unknown-plugin',
      'plugins.cahce',
      'Did you mean cache?',
    ],
    [
      'a plugin that is off',
      exampleDesign('native', {}, { disabledPlugins: ['env', 'live-log'] }),
      'unknown-plugin',
      'disabledPlugins[1]',
      'Did you mean livelog?',
    ],
    [
      'an engine that is kept',
      exampleDesign('native', {}, { otherEngines: { quemu: {} } }),
      'unknown-engine',
      'otherEngines.quemu',
      'Did you mean qemu?',
    ],
    [
      'a worker',
      exampleDesign('native', {}, { worker: 'taskcluster-worker2' }),
      'unknown-worker',
      'worker',
      'Did you mean taskcluster-worker?',
    ],
    ['the name of a prototype', exampleDesign('constructor', {}), 'unknown-engine', 'engine.name', 'It has docker'],
    [
      'a plugin named after a prototype',
      exampleDesign('native', JSON.parse('{"__proto__": {}}')),
      'unknown-plugin',
      'plugins.__proto__',
      'It has artifacts',
    ],
  ])('are told apart: %s', (_, design, code, path, help) => {
    expect(errors(design)).toMatchObject([{ code, path, help: expect.stringContaining(help) }])
  })

  it('of another worker are told as such', () => {
    const { problems } = composeWorkerType(exampleDesign('desktop', { clipboard: {} }), catalog)
    expect(problems.map(({ message }) => message)).toEqual([
      'The engine desktop belongs to second-worker, this design is for taskcluster-worker.',
      'The plugin clipboard belongs to second-worker, this design is for taskcluster-worker.',
    ])
  })

  it('of an engine stand at one place', () => {
    const twice = exampleDesign('native', {}, { otherEngines: { native: { createUser: true }, mock: {} } })
    expect(errors(twice)).toMatchObject([{ code: 'engine-twice', path: 'otherEngines.native' }])
    expect(composeWorkerType(twice, catalog).workerConfig).toMatchObject({
      config: { engines: { native: { createUser: false }, mock: {} } },
    })
  })
})

describe('an engine that only the worker knows', () => {
  const name = { $env: 'ENGINE' }
  const open = (samples: Design['samples'], otherEngines: Design['otherEngines'], config = {}) =>
    exampleDesign('', {}, { engine: { name, config }, otherEngines, samples })

  it('is the one of the sample, with the configuration that is kept for it', () => {
    const design = open({ ENGINE: 'native' }, { native: { createUser: true }, mock: {} })
    const composition = composeWorkerType(design, catalog)
    expect(composition.problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(composition).toMatchObject({
      engine: 'native',
      workerConfig: {
        transforms: ['env'],
        config: { engine: name, engines: { native: { createUser: true }, mock: {} } },
      },
    })
  })

  it('has its configuration checked, wherever that stands', () => {
    const invalid = { code: 'config-invalid' }
    expect(errors(open({ ENGINE: 'native' }, { native: {} }))).toMatchObject([
      { ...invalid, path: 'otherEngines.native.createUser' },
    ])
    expect(errors(open({ ENGINE: 'native' }, {}, { createUser: 1 }))).toMatchObject([
      { ...invalid, path: 'engine.config.createUser' },
    ])
  })

  it('has to be known', () => {
    expect(errors(open({}, { native: {} }))).toMatchObject([
      { code: 'sample-needed', path: 'engine.name' },
      { code: 'config-invalid', path: 'otherEngines.native.createUser' },
    ])
    expect(errors(open({ ENGINE: 'natve' }, {}))).toMatchObject([{ code: 'unknown-engine', path: 'engine.name' }])
  })
})
