import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { confinement } from './systemdUnit'
import { sampleComposition, workerConfig } from './testing/sampleComposition'

const lines = (engine: string, settings: JsonObject, engineConfig: JsonObject = {}, plugins: JsonObject = {}) =>
  confinement(
    sampleComposition({
      engine,
      plugins: Object.keys(plugins),
      workerConfig: workerConfig({ engine, settings, engineConfig, plugins }),
    }),
  )
const hides = (folder: JsonValue, engineConfig: JsonObject = {}) => {
  const found = lines('docker', { temporaryFolder: folder }, engineConfig)
  return ['ProtectSystem', 'ProtectHome', 'PrivateTmp'].filter((name) => found.some((line) => line.startsWith(name)))
}
const all = ['ProtectSystem', 'ProtectHome', 'PrivateTmp']
const but = (name: string) => all.filter((one) => one !== name)

describe('confinement', () => {
  it.each<[JsonValue, string[]]>([
    ['/mnt/tasks', all],
    ['tasks', all],
    ['/tmp', but('PrivateTmp')],
    ['/tmp/', but('PrivateTmp')],
    ['/tmpfs/x', all],
    ['/mnt/tmp', all],
    ['//tmp/x', but('PrivateTmp')],
    ['/./tmp/x', but('PrivateTmp')],
    ['/var//tmp/x', but('PrivateTmp')],
    ['/home/a', but('ProtectHome')],
    ['/root', but('ProtectHome')],
    ['/usr/local/x', but('ProtectSystem')],
    ['/etc/x', but('ProtectSystem')],
    ['/mnt/../tmp', []],
    ['..', []],
    ['/mnt/..x', all],
    [{ $env: 'FOLDER' }, []],
  ])('hides what is not used by %j', (folder, expected) => {
    expect(hides(folder)).toEqual(expected)
  })

  it.each<[JsonValue, string[]]>([
    ['unix:///run/user/1000/docker.sock', but('ProtectHome')],
    ['unix:///var/run/user/1000/docker.sock', but('ProtectHome')],
    ['unix:///tmp/docker.sock', but('PrivateTmp')],
    ['unix:///var/run/docker.sock', all],
    ['tcp://10.0.0.1:2375', all],
    [{ $env: 'SOCKET' }, []],
  ])('hides no socket: %j', (dockerSocket, expected) => {
    expect(hides('/mnt/tasks', { dockerSocket })).toEqual(expected)
  })

  it.each<[JsonObject, boolean]>([
    [{}, true],
    [{ reboot: {} }, true],
    [{ reboot: { rebootCommand: [] } }, true],
    [{ reboot: { rebootCommand: ['reboot'] } }, false],
    [{ reboot: { rebootCommand: { $env: 'COMMAND', type: 'list' } } }, false],
  ])('with the plugins %j: %s', (plugins, confined) => {
    expect(lines('docker', {}, {}, plugins).length > 0).toBe(confined)
  })

  it('does not bind what runs as root, or runs tasks inside of the unit', () => {
    for (const engine of ['qemu', 'native', 'script', 'custom']) expect(lines(engine, {})).toEqual([])
    expect(lines('native', {}, { createUser: false })).toEqual([])
    expect(lines('mock', {})).toContain('NoNewPrivileges=yes')
  })
})
