import { expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import type { ProviderName } from '@/lib/pools/poolInput'
import {
  awsConfig,
  azureConfig,
  googleConfig,
  pool,
  resources,
  template,
  worker,
} from '@/lib/pools/testing/samplePools'
import { checkPool } from './checkPool'

const googleWith = (more: JsonObject): JsonObject => ({
  ...googleConfig,
  launchConfigs: [{ region: 'r', zone: 'z', ...more }],
})
const tagged = (Key: number | string, Value: number | string): JsonObject => ({
  launchConfig: { ImageId: 'a', TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key, Value }] }] },
})

it.each<[ProviderName, JsonObject, string[]]>([
  ['azure', azureConfig({ ...template, tags: { deploymentId: 12345678 } }), ['launchConfigs[0].tags.deploymentId']],
  ['azure', azureConfig({ ...template, tags: { deploymentId: '12345678', on: 'true' } }), []],
  [
    'azure',
    azureConfig({ ...resources, tags: { on: true, 'a b': null } }),
    ['launchConfigs[0].tags.on', 'launchConfigs[0].tags."a b"'],
  ],
  ['azure', { ...azureConfig(template), launchDefaults: { tags: { version: 1.1 } } }, ['launchDefaults.tags.version']],
  ['google', googleWith({ labels: { version: 2 } }), ['launchConfigs[0].labels.version']],
  ['google', googleWith({ tags: { items: ['a', 1] } }), ['launchConfigs[0].tags.items[1]']],
  [
    'google',
    googleWith({ metadata: { items: [{ key: 'a', value: false }] } }),
    ['launchConfigs[0].metadata.items[0].value'],
  ],
  ['google', googleWith({ disks: [{ boot: true, initializeParams: { diskSizeGb: 60 } }] }), []],
  ['aws', awsConfig(tagged('a', 5)), ['launchConfigs[0].launchConfig.TagSpecifications[0].Tags[0].Value']],
  ['aws', awsConfig(tagged('a', '5')), []],
])('on %s, %j has to have texts at %j', (provider, config, places) => {
  const problems = checkPool(pool(provider, config), worker)
  expect(problems.map(({ code, path }) => [code, path])).toEqual(
    places.map((path) => ['pool-text-needed', `pool.config.${path}`]),
  )
})

it('says what stands there and how to write it', () => {
  const [problem] = checkPool(pool('azure', azureConfig({ ...template, tags: { deploymentId: 12345678 } })), worker)
  expect(problem).toMatchObject({
    message: 'Azure takes text alone here, and this is the number 12345678: no machine would start.',
    help: 'Put the value in quotes.',
  })
})
