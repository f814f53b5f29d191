import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { type Installation, installationFor } from './installation'
import { sampleComposition, workerConfig } from './testing/sampleComposition'

const plan = (engine: string, engineConfig: JsonObject = {}): Installation =>
  installationFor(sampleComposition({ engine, workerConfig: workerConfig({ engine, engineConfig }) }))

describe('installationFor', () => {
  it.each<[string, JsonObject, string, boolean, string[]]>([
    ['mock', {}, 'taskcluster-worker', true, []],
    ['script', {}, 'taskcluster-worker', false, []],
    ['qemu', {}, 'root', false, []],
    ['native', { createUser: true }, 'root', false, []],
    ['native', { createUser: false }, 'taskcluster-worker', false, []],
    ['native', {}, 'root', false, []],
    ['docker', {}, 'taskcluster-worker', true, ['docker']],
    ['__proto__', {}, 'taskcluster-worker', false, []],
    ['constructor', {}, 'taskcluster-worker', false, []],
  ])('runs %s with %j as %s, confinable: %s', (engine, config, user, confinable, groups) => {
    expect(plan(engine, config)).toMatchObject({ user, confinable, groups })
  })

  it.each<[JsonObject, string[], string[], string]>([
    [{}, ['docker'], ['docker.service'], '`unix:///var/run/docker.sock`'],
    [{ dockerSocket: '' }, ['docker'], ['docker.service'], '`unix:///var/run/docker.sock`'],
    [{ dockerSocket: 'unix:///run/other.sock' }, ['docker'], [], '`unix:///run/other.sock`'],
    [{ dockerSocket: 'tcp://10.0.0.1:2375' }, [], [], '`tcp://10.0.0.1:2375`'],
    [{ dockerSocket: { $env: 'SOCKET' } }, ['docker'], [], 'where the environment says'],
    [{ dockerSocket: 'unix:///a\n# b' }, ['docker'], [], '`unix:///a\\u000A# b`'],
  ])('finds the daemon of Docker by %j', (config, groups, after, where) => {
    const { needs, ...found } = plan('docker', config)
    expect(found).toMatchObject({ groups, after })
    expect(needs.join()).toContain(where)
  })

  it.each<[string, JsonObject, string | undefined]>([
    ['native', { groups: ['video', 'a`b'] }, 'The groups `video`, ``a`b``, which must exist when the worker starts.'],
    ['native', { createUser: false, groups: [] }, undefined],
    ['native', { createUser: false, groups: { $env: 'G' } }, undefined],
    [
      'native',
      { createUser: false, groups: [{ $env: 'G' }, 'x'] },
      'The groups `x`, which must exist when the worker starts.',
    ],
  ])('names groups of %s that are known: %j', (engine, config, sentence) => {
    expect(plan(engine, config).needs.find((need) => need.startsWith('The groups'))).toBe(sentence)
  })

  it.each<[JsonObject, boolean]>([
    [{}, false],
    [{ network: { vpnConnections: [] } }, false],
    [{ network: { vpnConnections: [{}] } }, true],
    [{ network: { vpnConnections: { $env: 'VPN' } } }, true],
    [{ network: { $env: 'NETWORK' } }, false],
  ])('asks for openvpn with %j: %s', (config, asked) => {
    expect(plan('qemu', config).needs.join().includes('openvpn')).toBe(asked)
  })
})
