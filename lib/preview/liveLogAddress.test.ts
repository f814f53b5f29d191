import { expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeGenericWorker } from '@/lib/compose/testing/genericWorkerConformance'
import { previewTasks } from './previewTasks'

const catalog = loadCatalog()
const native: JsonObject = { command: [['true']], maxRunTime: 60 }
const docker: JsonObject = { image: 'ubuntu', maxRunTime: 60 }
const quiet: JsonObject = { ...native, features: { liveLog: false } }
const runner = (members: JsonObject): JsonObject => ({ config: { runner: members } })
const tunnel = { wstServerURL: 'https://w', wstAudience: 'a' }

it.each<[string, JsonObject | undefined, JsonObject, JsonObject, boolean, boolean]>([
  ['no pool', undefined, {}, native, false, false],
  ['a cloud', { provider: 'google', config: {} }, {}, native, false, false],
  ['a static pool', { provider: 'static', config: {} }, {}, native, true, true],
  ['standalone machines', { provider: 'standalone', config: {} }, {}, native, true, true],
  ['standalone machines and a docker-worker payload', { provider: 'standalone', config: {} }, {}, docker, true, true],
  ['a task without a live log', { provider: 'static', config: {} }, {}, quiet, true, false],
  [
    'a docker-worker payload without one',
    { provider: 'static', config: {} },
    {},
    { ...docker, features: { localLiveLog: false } },
    true,
    false,
  ],
  [
    'an address',
    { provider: 'static', ...runner({ workerConfig: { publicIP: '1.2.3.4' } }) },
    {},
    native,
    false,
    false,
  ],
  [
    'an address in the metadata',
    { provider: 'static', ...runner({ providerMetadata: { 'public-ipv4': '1.2.3.4' } }) },
    {},
    native,
    false,
    false,
  ],
  ['a tunnel', { provider: 'static', config: {} }, tunnel, native, false, false],
  ['half a tunnel', { provider: 'static', config: {} }, { wstServerURL: 'https://w' }, native, true, true],
])('a live log needs an address of the machine: %s', (_, pool, settings, payload, isTold, isFound) => {
  const config = { ...settings, d2gConfig: { enableD2G: true } }
  const composition = composeGenericWorker(catalog, 'multiuser-linux', config, pool === undefined ? {} : { pool })
  expect(composition.problems.some(({ code }) => code === 'live-log-address')).toBe(isTold)
  const [verdict] = previewTasks(composition, [{ source: 'test', index: 0, value: payload }])
  expect(verdict?.ok).toBe(true)
  const found = verdict?.findings.filter(({ id }) => id.startsWith('live-log/'))
  expect(found?.map(({ severity }) => severity)).toEqual(isFound ? ['warning'] : [])
})

it.each(['insecure-linux', 'insecure-darwin', 'insecure-freebsd', 'multiuser-linux', 'multiuser-darwin'])(
  'chains of trust do nothing on insecure engines, as on %s',
  (engine) => {
    const { problems } = composeGenericWorker(catalog, engine, { enableChainOfTrust: true })
    const told = problems.some(({ code }) => code === 'chain-of-trust-insecure')
    expect(told).toBe(engine.startsWith('insecure-'))
  },
)
