import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import type { Design } from '@/lib/compose/design/design'
import { designDocument } from '@/lib/compose/design/formatDesign'
import { importConfig } from '@/lib/compose/read/importConfig'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { arbitraryDesign } from '@/lib/lifecycle/testing/arbitraryDesign'
import { taskclusterWorkerFormat } from './taskclusterWorkerFormat'

const catalog = loadCatalog()
const worker = catalog.workers['taskcluster-worker']
if (!worker) throw new Error('the catalog lacks the worker')

const written = (design: Design) => composeWorkerType(design, catalog).workerConfig

function readBack(file: JsonValue): Design {
  const result = importConfig(JSON.stringify(file), { catalog, file: 'config.yml' })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value.design
}

/** What a configuration file has no place for. */
const unwritten = { description: '', strict: false, samples: {} }

const deployment = { queueBaseUrl: 'https://a/api/queue/v1', authBaseUrl: 'https://a/api/auth/v1' }

const changes: ((design: Design) => Design)[] = [
  (design) => design,
  (design) => ({ ...design, rootUrl: 'https://tc.example.com' }),
  (design) => ({ ...design, settings: { ...design.settings, queueBaseUrl: 'https://other/v1' } }),
  (design) => ({ ...design, workerType: { $env: 'TYPE' }, samples: { TYPE: 'one' } }),
  (design) => ({ ...design, settings: { ...design.settings, temporaryFolder: { $abs: { $env: 'FOLDER' } } } }),
  (design) => ({ ...design, transforms: ['env', 'secrets'] }),
  (design) => ({
    ...design,
    engine: { name: { $env: 'ENGINE' }, config: {} },
    otherEngines: { [String(design.engine.name)]: design.engine.config },
    samples: { ENGINE: design.engine.name },
  }),
  (design) => ({ ...design, otherEngines: Object.fromEntries(design.engine.name === 'mock' ? [] : [['mock', {}]]) }),
]

describe('the configuration file of taskcluster-worker', () => {
  it.each(Object.keys(worker.engines))('gives the design back, whatever it is, on %s', (engine) => {
    fc.assert(
      fc.property(arbitraryDesign(worker, engine), fc.constantFrom(...changes), (one, change) => {
        const design = change(one)
        const back = readBack(written(design))
        expect(designDocument(back)).toEqual(designDocument({ ...design, ...unwritten }))
        expect(written({ ...back, samples: design.samples })).toEqual(written(design))
      }),
      { numRuns: 10 },
    )
  })

  it('has members in one order, whatever that of the design', () => {
    const plugins = { watchdog: { timeout: 60 }, cache: {}, env: { extra: { B: '', A: '' } } }
    const reversed = Object.fromEntries(Object.entries(plugins).reverse())
    const off = (disabledPlugins: string[]) => ({ disabledPlugins })
    const one = exampleDesign('native', plugins, off(['env', 'cache']))
    const two = exampleDesign('native', reversed, off(['cache', 'env']))
    expect(JSON.stringify(written(two))).toBe(JSON.stringify(written(one)))
    expect(written(one)).toMatchObject({ config: { plugins: { disabled: ['cache', 'env'] } } })
  })

  it('lists the transforms that its references need, or those that the design names', () => {
    const { settings } = exampleDesign('mock', {})
    const plain = { ...settings, credentials: { $hostcredentials: ['http://a/'] } }
    expect(written(exampleDesign('mock', {}, { settings: plain }))).toMatchObject({ transforms: ['hostcredentials'] })
    expect(written(exampleDesign('mock', {}))).toMatchObject({ transforms: ['env'] })
    expect(written(exampleDesign('mock', {}, { transforms: ['packet', 'env'] }))).toMatchObject({
      transforms: ['packet', 'env'],
    })
    const literal = { ...settings, credentials: { clientId: 'c' } }
    expect(written(exampleDesign('mock', {}, { settings: literal }))).not.toHaveProperty('transforms')
  })

  const file = (members: JsonObject) => {
    const one = written(exampleDesign('mock', { cache: {} }))
    const config = isJsonObject(one) && isJsonObject(one.config) ? one.config : {}
    return { transforms: ['env'], config: { ...config, ...members } }
  }

  it.each<[string, JsonObject, string | undefined]>([
    [
      'of one deployment',
      { ...deployment, plugins: { cache: { purgeCacheBaseUrl: 'https://a/api/purge-cache/v1' } } },
      'https://a',
    ],
    [
      'of two deployments',
      { ...deployment, plugins: { cache: { purgeCacheBaseUrl: 'https://b/api/purge-cache/v1' } } },
      'https://a',
    ],
    ['without the one of a plugin', deployment, undefined],
    ['without one', {}, undefined],
  ])('with base URLs %s comes back as it was', (_, members, rootUrl) => {
    const design = readBack(file(members))
    expect(design.rootUrl).toBe(rootUrl)
    expect(written(design)).toEqual(file(members))
  })

  it.each<[string, JsonValue, boolean]>([
    ['a configuration', { config: {} }, true],
    ['a design', { worker: 'taskcluster-worker', engine: {} }, false],
    ['a design with a strange member', { worker: 'taskcluster-worker', config: {} }, false],
    ['a list', [{ config: {} }], false],
    ['a text', 'config', false],
    ['a configuration that is no object', { config: 1 }, false],
  ])('is told from other documents: %s', (_, data, recognised) => {
    expect(taskclusterWorkerFormat.recognise(data)).toBe(recognised)
  })

  it.each([
    ['engine.name', 'config.engine'],
    ['engine.config', 'config.engines.native'],
    ['engine.config.groups[0]', 'config.engines.native.groups[0]'],
    ['otherEngines.qemu.limits', 'config.engines.qemu.limits'],
    ['disabledPlugins[1]', 'config.plugins.disabled[1]'],
    ['plugins', 'config.plugins'],
    ['plugins.env.extra."A B"', 'config.plugins.env.extra."A B"'],
    ['settings', 'config'],
    ['settings.worker.concurrency', 'config.worker.concurrency'],
    ['provisionerId', 'config.worker.provisionerId'],
    ['workerType', 'config.worker.workerType'],
    ['', ''],
  ])('has %s of a design at %s', (path, place) => {
    expect(taskclusterWorkerFormat.placeInFile(path, exampleDesign('native', {}))).toBe(place)
  })
})
