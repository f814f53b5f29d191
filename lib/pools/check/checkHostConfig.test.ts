import { expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { providers } from '@/lib/pools/providers/providers'
import { pool, worker } from '@/lib/pools/testing/samplePools'
import { checkHostConfig } from './checkHostConfig'

const told = (provider: 'standalone' | 'static', own: JsonObject, config: JsonObject = {}) =>
  checkHostConfig(pool(provider, { runner: { workerConfig: own } }), { ...worker, config }, providers[provider]).map(
    ({ code, path }) => `${code} ${path.replace('pool.config.runner.workerConfig', '…')}`,
  )
const secret = { $secret: 's', key: 'k' }

it.each<[string, JsonObject, JsonObject, string[], string[]]>([
  ['texts of the environment', { tasksDir: { $env: 'A' } }, { sentryProject: { $env: 'B' } }, [], []],
  ['another kind of reference', { tasksDir: secret }, {}, ['pool-reference ….tasksDir'], ['pool-reference ….tasksDir']],
  [
    'a number of the environment',
    { livelogPortBase: { $env: 'A', type: 'number' } },
    {},
    ['pool-reference ….livelogPortBase'],
    ['pool-reference ….livelogPortBase'],
  ],
  ['references of the worker, which is all on the host', {}, { a: { b: [secret] } }, ['pool-reference pool'], []],
  ['one that is all of it', secret, {}, ['pool-reference …'], ['pool-reference …']],
  ['a secret', { accessToken: 'x' }, {}, ['pool-secret ….accessToken'], ['pool-secret ….accessToken']],
  ['a secret that is filled in', { certificate: { $env: 'A' } }, {}, [], []],
  ['a secret of the worker, which is told elsewhere', {}, { accessToken: 'x' }, [], []],
])('looks at what is in the files of a host: %s', (_, own, config, standalone, managed) => {
  expect(told('standalone', own, config)).toEqual(standalone)
  expect(told('static', own, config)).toEqual(managed)
})

it('says nothing where an admin says nothing', () => {
  expect(checkHostConfig(pool('static', { runner: null }), worker, providers.static)).toEqual([])
  expect(checkHostConfig(pool('static', {}), worker, providers.static)).toEqual([])
})
