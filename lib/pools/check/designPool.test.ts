import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import type { PoolInput } from '@/lib/pools/poolInput'
import { awsConfig, googleConfig, pool, worker } from '@/lib/pools/testing/samplePools'
import { designPool, poolMember } from './designPool'

describe('designPool', () => {
  it.each<[string, JsonObject, string[][]]>([
    ['no provider', { config: {} }, [['pool-config-invalid', 'pool.provider']]],
    ['no config', { provider: 'static' }, [['pool-config-invalid', 'pool.config']]],
    ['another provider', { provider: 'null', config: {} }, [['pool-config-invalid', 'pool.provider']]],
    ['a member too many', { provider: 'static', config: {}, more: 1 }, [['pool-config-invalid', 'pool.more']]],
    ['a config that is no object', { provider: 'static', config: [] }, [['pool-config-invalid', 'pool.config']]],
    ['an empty id', { provider: 'static', providerId: '', config: {} }, [['pool-config-invalid', 'pool.providerId']]],
    ['a number for an owner', { provider: 'static', owner: 1, config: {} }, [['pool-config-invalid', 'pool.owner']]],
    [
      'what only the rules of worker-manager know',
      { provider: 'static', config: {} },
      [
        ['pool-invalid', 'pool.providerId'],
        ['pool-invalid', 'pool.owner'],
      ],
    ],
  ])('refuses %s', (_, given, expected) => {
    const read = designPool(given, worker)
    expect([read.ok, read.problems.map(({ code, path }) => [code, path])]).toEqual([false, expected])
  })

  it('lets warnings ride along', () => {
    const read = designPool(poolMember(pool('aws', { ...awsConfig(), minCapacity: 9 })), worker)
    expect(read).toMatchObject({ ok: true, problems: [{ severity: 'warning' }] })
  })

  it('reads what poolMember writes, with all that is given and nothing else', () => {
    const members = fc.record(
      {
        provider: fc.constant('google'),
        providerId: fc.constant('ours'),
        description: fc.constantFrom('', 'CI'),
        owner: fc.constant('ops@example.com'),
        emailOnError: fc.boolean(),
        config: fc.constant(googleConfig),
      },
      { requiredKeys: ['provider', 'providerId', 'owner', 'config'] },
    )
    fc.assert(
      fc.property(members, (given: PoolInput) => {
        expect(designPool(poolMember(given), worker)).toMatchObject({ ok: true, value: given })
        expect(poolMember(given)).toEqual(given)
      }),
      { numRuns: 20 },
    )
  })
})
