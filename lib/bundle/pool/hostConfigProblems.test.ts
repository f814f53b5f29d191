import { expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeGenericWorker } from '@/lib/compose/testing/genericWorkerConformance'
import { poolProblems } from './composedPool'

const catalog = loadCatalog()

function told(engine: string, workerConfig: JsonObject, provider = 'standalone'): string[] {
  const managed: JsonObject = provider === 'standalone' ? {} : { providerId: 's', owner: 'a@example.com' }
  const composition = composeGenericWorker(
    catalog,
    engine,
    { ed25519SigningKeyLocation: '/key' },
    { provisionerId: 'demo', workerType: 'a', pool: { provider, ...managed, config: { runner: { workerConfig } } } },
  )
  const place = 'pool.config.runner.workerConfig.'
  return poolProblems(composition, catalog).map(({ severity, path }) => `${severity} ${path.replace(place, '')}`)
}

it.each<[string, string, JsonObject, string[]]>([
  ['what the build knows', 'multiuser-linux', { headlessTasks: true, d2gConfig: { allowKVM: false } }, []],
  ['facts of the machine', 'insecure-darwin', { publicIP: '1.2.3.4', region: { $env: 'REGION' } }, []],
  ['a path of the environment', 'multiuser-linux', { tasksDir: { $env: 'TASKS' } }, []],
  ['a setting of another build', 'insecure-linux', { headlessTasks: true }, ['error headlessTasks']],
  ['a structure of another build', 'multiuser-darwin', { d2gConfig: { enableD2G: true } }, ['error d2gConfig']],
  ['a property that is none', 'multiuser-linux', { taskDir: '/t' }, ['error taskDir']],
  ['a property of old releases', 'multiuser-linux', { deploymentId: 'x' }, ['error deploymentId']],
  ['a value of a wrong type', 'multiuser-linux', { livelogPortBase: 'x' }, ['error livelogPortBase']],
  ['a number that is too large', 'multiuser-linux', { maxTaskRunTime: -1 }, ['error maxTaskRunTime']],
  ['a switch that is none', 'multiuser-linux', { enableLiveLog: 'no' }, ['error enableLiveLog']],
  ['what is lost', 'multiuser-linux', { EnableLiveLog: false }, ['warning EnableLiveLog']],
])('the configuration of a host has %s', (_, engine, workerConfig, expected) => {
  expect(told(engine, workerConfig)).toEqual(expected)
  expect(told(engine, workerConfig, 'static')).toEqual(expected)
})
