import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { deepRuns } from '@/lib/base/testing/deepRuns'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import type { Design } from '@/lib/compose/design/design'
import { importConfig } from '@/lib/compose/read/importConfig'
import { arbitraryGenericWorkerDesign } from '@/lib/compose/testing/arbitraryGenericWorkerDesign'
import { asObject, whyNotStarting } from '@/lib/compose/testing/genericWorkerStart'
import { awsConfig, azureConfig, googleConfig, resources, template } from '@/lib/pools/testing/samplePools'
import { buildBundle } from './buildBundle'
import { importPoolText } from './pool/importPool'

const catalog = loadCatalog()
const worker = catalog.workers['generic-worker']
if (worker === undefined) throw new Error('there is no generic-worker')
const engines = Object.keys(worker.engines)
const isSound = ({ problems }: { problems: { severity: string }[] }) =>
  problems.every(({ severity }) => severity !== 'error')

const versions = { catalogVersions: {}, toolVersion: '0' }
/** What a host can be told. */
const runner: JsonObject = {
  path: '/opt/worker',
  configPath: '/etc/worker.json',
  getSecrets: true,
  workerGroup: 'rack',
  workerLocation: { region: 'here' },
  providerMetadata: { 'public-ipv4': '1.2.3.4' },
  workerConfig: { publicIP: '1.2.3.4', region: { $env: 'REGION' } },
}

/** Plugins that a configuration cannot leave out are there, those that are off have something to say: then a file says all of a design. */
function sayable(design: Design): Design {
  const engine = String(design.engine.name)
  const always = Object.values(worker?.plugins ?? {}).filter(
    ({ engines: builds, switch: own }) =>
      (builds?.includes(engine) ?? true) && !(own !== undefined && (own.engines?.includes(engine) ?? true)),
  )
  const plugins = { ...Object.fromEntries(always.map(({ name }) => [name, {}])), ...design.plugins }
  const off = design.disabledPlugins.filter((name) => always.every((plugin) => plugin.name !== name))
  const silent = off.filter((name) => Object.keys(asObject(plugins[name])).length === 0)
  const kept = Object.entries(plugins).filter(([name]) => !silent.includes(name))
  const disabledPlugins = off.filter((name) => !silent.includes(name)).sort()
  return { ...design, plugins: Object.fromEntries(kept), disabledPlugins, strict: false, description: '' }
}

/** The bundle has a place for the key where the design names none. */
const withKey = (design: Design): Design => ({
  ...design,
  settings: { ...design.settings, ed25519SigningKeyLocation: '/key' },
})

const said = ({ provisionerId, workerType, disabledPlugins, ...design }: Design) => ({
  ...design,
  disabledPlugins: [...disabledPlugins].sort(),
})

describe.each(engines)('a design for %s', (engine) => {
  const anyDesign = arbitraryGenericWorkerDesign(worker, engine)
  const mostlySound = arbitraryGenericWorkerDesign(worker, engine, 2000)

  it('has a configuration that the worker starts with, or an error', () => {
    let sound = 0
    let refused = 0
    fc.assert(
      fc.property(anyDesign, (design) => {
        const composition = composeWorkerType(design, catalog)
        if (!isSound(composition)) {
          refused += 1
          return
        }
        sound += 1
        expect(whyNotStarting(engine, asObject(composition.workerConfig))).toEqual([])
      }),
      { numRuns: deepRuns(200, 1 / 4) },
    )
    expect(Math.min(sound, refused)).toBeGreaterThan(0)
  })

  it('comes back from its configuration', () => {
    fc.assert(
      fc.property(mostlySound.map(sayable), (design) => {
        const composition = composeWorkerType(design, catalog)
        if (!isSound(composition)) return
        const text = JSON.stringify(composition.workerConfig)
        const back = importConfig(text, { catalog, worker: 'generic-worker', engine })
        if (!back.ok) expect.fail(JSON.stringify(back.problems))
        expect(back.problems).toEqual([])
        expect(said(back.value.design)).toEqual(said(design))
      }),
      { numRuns: deepRuns(120, 1 / 4) },
    )
  })

  const pools = [
    { provider: 'static', config: {} },
    { provider: 'google', config: googleConfig },
    { provider: 'aws', config: awsConfig() },
    { provider: 'azure', config: azureConfig(resources) },
    { provider: 'azure', config: azureConfig(template) },
    { provider: 'standalone', config: {} },
    { provider: 'standalone', config: { runner: { ...runner, cacheOverRestarts: '/state' } } },
  ]

  it('comes back from its bundle, with what the host was told', () => {
    let bundles = 0
    fc.assert(
      fc.property(mostlySound.map(sayable).map(withKey), fc.constantFrom(...pools), (design, { provider, config }) => {
        const managed: JsonObject =
          provider === 'standalone' ? {} : { providerId: 'ours', owner: 'a@example.com', emailOnError: false }
        const pool: JsonObject = { provider, ...managed, config }
        const composition = composeWorkerType({ ...design, pool }, catalog)
        const bundle = buildBundle(composition, catalog, versions)
        if (!bundle.ok) return
        bundles += 1
        const file = provider === 'standalone' ? 'worker-runner.yml' : 'worker-pool.json'
        const text = bundle.value.find(({ path }) => path === file)?.content
        const back = importPoolText(String(text), catalog, { engine })
        if (back?.ok !== true) expect.fail(JSON.stringify(back?.problems))
        const { pool: poolBack, ...rest } = back.value
        expect(said(rest)).toEqual(said(design))
        expect(asObject(poolBack)).toMatchObject(provider === 'standalone' ? pool : { provider })
        // the body of createWorkerPool does not say which pool it is of
        const { provisionerId, workerType } = design
        const composedAgain = composeWorkerType({ ...back.value, provisionerId, workerType }, catalog)
        const again = buildBundle(composedAgain, catalog, versions)
        if (!again.ok) expect.fail(JSON.stringify(again.problems))
        expect(again.value.find(({ path }) => path === file)?.content).toBe(text)
      }),
      { numRuns: deepRuns(60, 1 / 4) },
    )
    expect(bundles).toBeGreaterThan(0)
  })
})
