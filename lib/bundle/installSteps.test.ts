import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { installSteps } from './installSteps'
import { sampleComposition, workerConfig } from './testing/sampleComposition'

function steps(
  engine: string,
  parts: { engineConfig?: JsonObject; settings?: JsonObject; transforms?: string[] } = {},
): string {
  return installSteps(sampleComposition({ engine, workerConfig: workerConfig({ engine, ...parts }) }))
}

describe('installSteps', () => {
  it('numbers the steps', () => {
    const text = steps('native')
    expect([...text.matchAll(/^(\d+)\. /gm)].map(([, number]) => number)).toEqual(['1', '2', '3', '4', '5', '6'])
    expect(text).toContain('sudo systemctl enable --now taskcluster-worker-proj-native-1.service')
  })

  it('makes a user where none of the rights of root are needed', () => {
    expect(steps('docker')).toContain('--groups docker taskcluster-worker')
    expect(steps('script')).toContain('--shell /usr/sbin/nologin taskcluster-worker')
    expect(steps('qemu')).not.toContain('useradd --system')
  })

  it('says what the engine needs', () => {
    expect(steps('docker', { engineConfig: { dockerSocket: 'unix:///a`b' } })).toContain('listens at ``unix:///a`b``')
    expect(steps('native', { engineConfig: { createUser: false, groups: ['video'] } })).toContain('`video`')
    expect(steps('qemu', { engineConfig: { network: { vpnConnections: [{}] } } })).toContain('`openvpn`')
    expect(steps('qemu')).not.toContain('openvpn')
  })

  it('quotes the folder that the admin chose', () => {
    expect(steps('native', { settings: { temporaryFolder: '/mnt/a; rm -r b' } })).toContain("0755 '/mnt/a; rm -r b'\n")
    expect(steps('qemu', { settings: { temporaryFolder: 'tasks' } })).toContain(
      '0755 /opt/taskcluster-worker/proj-native-1/tasks\n',
    )
    expect(steps('script', { settings: { temporaryFolder: { $env: 'FOLDER' } } })).toContain(
      'where the configuration looks for it',
    )
  })

  it('asks for the environment only where one is read', () => {
    expect(steps('script', { settings: { a: { $env: 'A' } }, transforms: ['env'] })).toContain('worker.env')
    expect(steps('script')).not.toContain('worker.env')
  })

  it.each(['/mnt/a b', "/mnt/it's", '/mnt/$HOME/`id`', '/mnt/"x"; exit 3 #', '/mnt/a\nb', '/mnt/東京', '/mnt/```'])(
    'makes the folder %j and no other when its commands are copied',
    (temporaryFolder) => {
      const text = steps('native', { settings: { temporaryFolder } })
      const [, , block = ''] =
        /nothing else should be in it\.\n\n {3}(`{3,})sh\n([\s\S]*?)\n {3}\1(?=\n|$)/.exec(text) ?? []
      const commands = block.replace(/^ {3}/gm, '')
      const ran = spawnSync('sh', ['-c', `sudo() { printf '%s\\0' "$@"; }\n${commands}`], { encoding: 'utf8' })
      expect([ran.status, ran.stderr]).toEqual([0, ''])
      expect(ran.stdout.split('\0').slice(0, -1)).toEqual(['install', '-d', '-m', '0755', temporaryFolder])
    },
  )
})
