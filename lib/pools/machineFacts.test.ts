import { expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { machineFacts } from './machineFacts'

const all = ['publicIP', 'privateIP', 'instanceType', 'region', 'availabilityZone']
const runner = (members: JsonObject): JsonObject => ({ config: { runner: members } })

it.each<[string, JsonObject | undefined, { provider: string; brings: string[] }]>([
  ['none', undefined, { provider: '', brings: [] }],
  ['a cloud', { provider: 'google' }, { provider: 'google', brings: all }],
  ['a static pool that says nothing', { provider: 'static', config: {} }, { provider: 'static', brings: [] }],
  [
    'the configuration of the host',
    { provider: 'static', ...runner({ workerConfig: { publicip: '1.2.3.4', tasksDir: '/t' } }) },
    { provider: 'static', brings: ['publicIP'] },
  ],
  [
    'the metadata of the provider',
    { provider: 'standalone', ...runner({ providerMetadata: { 'public-ipv4': '1.2.3.4', region: 'r' } }) },
    { provider: 'standalone', brings: ['publicIP', 'region'] },
  ],
])('is known of %s', (_, pool, facts) => {
  expect(machineFacts(pool)).toEqual(facts)
})
