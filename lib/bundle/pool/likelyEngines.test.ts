import { expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { importPoolText } from './importPool'

const catalog = loadCatalog()

function engineOf(document: JsonObject): string {
  const imported = importPoolText(JSON.stringify(document), catalog)
  if (imported?.ok !== true) return expect.fail(JSON.stringify(imported?.problems))
  const word = imported.problems.find(({ code }) => code.startsWith('engine-'))?.code ?? 'sure'
  return `${imported.value.engine.name} ${word}`
}

const runner = (worker: JsonObject, workerConfig: JsonObject = {}, provider: JsonObject = {}): JsonObject => ({
  provider: { providerType: 'standalone', workerPoolID: 'demo/a', ...provider },
  worker: { implementation: 'generic-worker', ...worker },
  workerConfig,
})
const bin = (name: string) => ({ path: `/usr/local/bin/${name}`, configPath: '/etc/config.json' })

it.each<[string, JsonObject, string]>([
  ['a service', runner({ service: 'Generic Worker', configPath: 'config.yml' }), 'multiuser-windows engine-read'],
  ['a path of Windows', runner({ path: 'C:\\gw\\gw.exe', configPath: 'd:/c' }), 'multiuser-windows engine-read'],
  [
    'a program of Windows',
    runner({ path: 'generic-worker.EXE', configPath: 'c.json' }),
    'multiuser-windows engine-read',
  ],
  ['a program', runner(bin('generic-worker')), 'multiuser-linux engine-assumed'],
  ['a program of a build', runner(bin('generic-worker-insecure-linux-amd64')), 'insecure-linux engine-read'],
  ['an insecure program', runner(bin('generic-worker-insecure')), 'insecure-linux engine-assumed'],
  ['a program of macOS', runner(bin('generic-worker-multiuser-darwin-arm64')), 'multiuser-darwin engine-read'],
  ['a program of FreeBSD', runner(bin('generic-worker-freebsd')), 'multiuser-freebsd engine-assumed'],
  ['a folder of macOS', runner(bin('gw'), { tasksDir: '/Users' }), 'multiuser-darwin engine-assumed'],
  [
    'an insecure program with a folder of macOS',
    runner(bin('generic-worker-simple'), { cachesDir: '/Library/caches' }),
    'insecure-darwin engine-read',
  ],
  [
    'metadata',
    runner(bin('gw'), {}, { providerMetadata: { platform: 'freebsd-14' } }),
    'multiuser-freebsd engine-assumed',
  ],
  [
    'metadata of the worker type',
    runner(bin('gw'), { workerTypeMetadata: { host: { os: 'macOS 15' } } }),
    'multiuser-darwin engine-assumed',
  ],
  ['the name of the pool', runner(bin('gw'), {}, { workerPoolID: 'demo/mac-m2' }), 'multiuser-darwin engine-assumed'],
  ['a name that paths deny', runner(bin('gw'), {}, { workerPoolID: 'demo/win-x' }), 'multiuser-linux engine-assumed'],
  ['a word in a word', runner(bin('gw'), {}, { workerPoolID: 'demo/machines' }), 'multiuser-linux engine-assumed'],
  [
    'a property of one build, in the part of the host',
    { ...runner(bin('gw'), { enableRDP: true }), provider: { providerType: 'static', workerPoolID: 'demo/a' } },
    'multiuser-windows sure',
  ],
  [
    'properties of several builds, in the part of the host',
    {
      ...runner(bin('generic-worker-insecure'), { headlessTasks: true, deploymentId: 'x' }),
      provider: { providerType: 'static', workerPoolID: 'demo/a' },
    },
    'multiuser-linux engine-assumed',
  ],
  ['a property of one build', runner(bin('gw-darwin'), { enableRDP: true }), 'multiuser-windows sure'],
  [
    'a property that insecure builds do not know',
    runner(bin('generic-worker-insecure'), { headlessTasks: true }),
    'multiuser-linux engine-assumed',
  ],
])('a pool is for the engine that is told by %s', (_, document, engine) => {
  expect(engineOf(document)).toBe(engine)
})
