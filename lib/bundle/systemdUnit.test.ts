import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { systemdUnit } from './systemdUnit'
import { sampleComposition, workerConfig } from './testing/sampleComposition'

function unit(
  engine: string,
  engineConfig: JsonObject = {},
  settings: JsonObject = {},
  plugins: JsonObject = {},
): string[] {
  const config = workerConfig({ engine, engineConfig, settings, plugins })
  return systemdUnit(sampleComposition({ engine, plugins: Object.keys(plugins), workerConfig: config })).split('\n')
}

describe('systemdUnit', () => {
  it('starts the script again and again, and gives the worker time to report its tasks', () => {
    expect(unit('native')).toEqual(
      expect.arrayContaining([
        'Description=Taskcluster worker proj/native-1 (native)',
        'EnvironmentFile=-/opt/taskcluster-worker/proj-native-1/worker.env',
        'ExecStart=/opt/taskcluster-worker/proj-native-1/start-worker.sh',
        'Restart=always',
        'RestartPreventExitStatus=78',
        'KillMode=mixed',
        'TimeoutStopSec=6min',
      ]),
    )
  })

  it.each<[string, JsonObject, string]>([
    ['docker', {}, 'taskcluster-worker'],
    ['native', { createUser: true }, 'root'],
    ['native', { createUser: { $env: 'CREATE_USER' } }, 'root'],
    ['native', { createUser: false }, 'taskcluster-worker'],
    ['qemu', {}, 'root'],
    ['script', {}, 'taskcluster-worker'],
    ['mock', {}, 'taskcluster-worker'],
    ['custom', {}, 'taskcluster-worker'],
  ])('runs %s with %j as %s', (engine, config, user) => {
    expect(unit(engine, config)).toContain(`User=${user}`)
  })

  it('lets the docker engine use the socket and port 80', () => {
    const lines = unit('docker')
    expect(lines).toContain('SupplementaryGroups=docker')
    expect(lines).toContain('AmbientCapabilities=CAP_NET_BIND_SERVICE')
    expect(lines).toContain('CapabilityBoundingSet=CAP_NET_BIND_SERVICE')
    expect(lines).toContain('After=network-online.target docker.service')
    expect(unit('docker', { dockerSocket: 'tcp://127.0.0.1:2375' }).join()).not.toContain('SupplementaryGroups')
  })

  it.each(['native', 'qemu', 'script'])('does not confine %s, whose tasks run inside the unit', (engine) => {
    const text = unit(engine, { createUser: false }).join('\n')
    expect(text).not.toMatch(/^(?:NoNewPrivileges|Protect|Private|Restrict[A-Z]*=|CapabilityBoundingSet)/m)
  })

  it.each<[string, JsonObject, JsonObject, string[]]>([
    ['nothing special', {}, {}, ['ProtectSystem=full', 'ProtectHome=yes', 'PrivateTmp=yes']],
    ['a folder in /tmp', {}, { temporaryFolder: '/tmp/tasks' }, ['ProtectSystem=full', 'ProtectHome=yes']],
    ['a folder in /home', {}, { temporaryFolder: '/home/tasks' }, ['ProtectSystem=full', 'PrivateTmp=yes']],
    ['a folder that only the environment knows', {}, { temporaryFolder: { $env: 'FOLDER' } }, []],
    ['a winding path', {}, { temporaryFolder: '/mnt/../home/a' }, []],
    [
      'a socket of a user',
      { dockerSocket: 'unix:///run/user/1000/docker.sock' },
      {},
      ['ProtectSystem=full', 'PrivateTmp=yes'],
    ],
  ])('hides no folder that is used: %s', (_what, config, settings, expected) => {
    const found = unit('docker', config, settings).filter((line) =>
      /^(?:ProtectSystem|ProtectHome|PrivateTmp)=/.test(line),
    )
    expect(found).toEqual(expected)
  })

  it('lets a command reboot the machine', () => {
    expect(unit('docker', {}, {}, { reboot: { rebootCommand: ['sudo', 'reboot'] } }).join()).not.toContain(
      'NoNewPrivileges',
    )
    expect(unit('docker', {}, {}, { reboot: {} })).toContain('NoNewPrivileges=yes')
  })
})
