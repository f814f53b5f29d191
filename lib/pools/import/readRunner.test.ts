import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '../../base/json'
import { readRunner } from './readRunner'

describe('a file of worker-runner', () => {
  const runner = (provider: JsonObject, more: JsonObject = {}): JsonObject => ({
    provider,
    worker: { implementation: 'generic-worker', path: '/gw', configPath: '/c' },
    ...more,
  })

  it('has all of a standalone worker, less what each host says', () => {
    const provider = { providerType: 'standalone', workerPoolID: 'proj/ci', accessToken: 'secret', workerGroup: 'rack' }
    const found = readRunner(runner(provider, { workerConfig: { capacity: 2 }, getSecrets: false }))
    expect(found).toMatchObject({
      ok: true,
      value: {
        workerPoolId: 'proj/ci',
        config: { capacity: 2 },
        pool: {
          provider: 'standalone',
          config: { runner: { path: '/gw', configPath: '/c', getSecrets: false, workerGroup: 'rack' } },
        },
      },
    })
    expect(JSON.stringify(found)).not.toContain('secret')
    expect(found.problems).toMatchObject([{ code: 'runner-host-value', path: 'provider.accessToken' }])
  })

  it.each<[string, JsonValue, string, string]>([
    ['no file of worker-runner', {}, 'runner-unreadable', ''],
    ['another provider', runner({ providerType: 'aws-provisioner' }), 'runner-unreadable', 'provider.providerType'],
    [
      'another worker',
      { provider: { providerType: 'aws' }, worker: { implementation: 'docker-worker' } },
      'not-generic-worker',
      'worker.implementation',
    ],
    ['a key too many', runner({ providerType: 'standalone' }, { more: 1 }), 'pool-not-understood', 'more'],
    ['the part of a pool', runner({ providerType: 'aws' }), 'runner-part-only', 'workerConfig'],
  ])('tells of %s', (_, value, code, path) => {
    expect(readRunner(value).problems).toMatchObject([{ code, path }])
  })
})
