import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { JsonObject } from '@/lib/base/json'
import { placeholder } from '@/lib/pools/placeholders'
import type { PoolInput, PoolWorker } from '@/lib/pools/poolInput'
import { poolFiles } from './poolFiles'

const worker: PoolWorker = {
  provisionerId: 'proj',
  workerType: 'ci',
  description: 'CI',
  config: { capacity: 2, headlessTasks: true },
  platform: 'linux',
  rootUrl: 'https://tc.example.com',
}
const standalone: PoolInput = { provider: 'standalone', config: {} }
const staticPool: PoolInput = { provider: 'static', providerId: 'static', owner: 'ops@example.com', config: {} }
const aws: PoolInput = {
  provider: 'aws',
  providerId: 'ours',
  owner: 'ops@example.com',
  config: { minCapacity: 0, maxCapacity: 1, launchConfigs: [{ region: 'r', launchConfig: { ImageId: 'ami-0' } }] },
}

const filesOf = (pool: PoolInput, change: Partial<PoolWorker> = {}) => {
  const made = poolFiles(pool, { ...worker, ...change })
  if (!made.ok) return expect.fail(JSON.stringify(made.problems))
  return { ...made.value, content: new Map(made.value.files.map(({ path, content }) => [path, content])) }
}
const yaml = (pool: PoolInput, path: string, change: Partial<PoolWorker> = {}) =>
  parse(filesOf(pool, change).content.get(path) ?? '')

describe('files of a pool', () => {
  it.each<[string, PoolInput, string[], string[]]>([
    [
      'standalone',
      standalone,
      ['fill.sh', 'generic-worker.config.json', 'worker-runner.yml'],
      ['TASKCLUSTER_ACCESS_TOKEN', 'TASKCLUSTER_CLIENT_ID', 'WORKER_GROUP', 'WORKER_ID'],
    ],
    [
      'static',
      staticPool,
      ['create-worker.json', 'fill.sh', 'worker-pool.json', 'worker-pool.tc-admin.yml', 'worker-runner.yml'],
      ['WORKER_EXPIRES', 'WORKER_GROUP', 'WORKER_ID', 'WORKER_STATIC_SECRET'],
    ],
    ['aws', aws, ['worker-pool.json', 'worker-pool.tc-admin.yml', 'worker-runner.yml'], []],
  ])('are those that %s workers need', (_, pool, paths, variables) => {
    const { files, variables: needed } = filesOf(pool)
    expect(files.map(({ path }) => path)).toEqual(paths)
    expect(needed).toEqual(variables)
    expect(filesOf(structuredClone(pool)).files).toEqual(files)
  })

  it('are refused where the pool has errors, with all its problems', () => {
    const refused = poolFiles({ ...aws, owner: 'ops' }, worker)
    expect(refused).toMatchObject({ ok: false, problems: [{ path: 'pool.owner' }] })
  })

  it('leave all but the host’s own to worker-manager', () => {
    expect(yaml(aws, 'worker-runner.yml')).toEqual({
      provider: { providerType: 'aws' },
      worker: {
        implementation: 'generic-worker',
        path: '/usr/local/bin/generic-worker',
        configPath: '/etc/generic-worker/config.json',
      },
      workerConfig: { ed25519SigningKeyLocation: '/etc/generic-worker/ed25519.key' },
    })
    expect(yaml(staticPool, 'worker-runner.yml').provider).toEqual({
      providerType: 'static',
      rootURL: 'https://tc.example.com',
      providerID: 'static',
      workerPoolID: 'proj/ci',
      workerGroup: placeholder('WORKER_GROUP'),
      workerID: placeholder('WORKER_ID'),
      staticSecret: placeholder('WORKER_STATIC_SECRET'),
    })
  })

  it('have the whole configuration where the host has it, without reading secrets', () => {
    expect(yaml(standalone, 'worker-runner.yml')).toMatchObject({
      provider: { providerType: 'standalone', accessToken: placeholder('TASKCLUSTER_ACCESS_TOKEN') },
      getSecrets: false,
      workerConfig: { ...worker.config, ed25519SigningKeyLocation: '/etc/generic-worker/ed25519.key' },
    })
  })

  it('have placeholders for references of the design', () => {
    const config: JsonObject = { sentryProject: { $env: 'SENTRY' } }
    const { variables, content } = filesOf(standalone, { config })
    expect(variables).toContain('SENTRY')
    expect(JSON.parse(content.get('generic-worker.config.json') ?? '')).toMatchObject({
      sentryProject: placeholder('SENTRY'),
    })
  })

  it('follow the platform, and what the admin says of the host', () => {
    const runner = yaml(aws, 'worker-runner.yml', { platform: 'windows', reboots: true })
    expect(runner.worker.path).toBe('C:\\generic-worker\\generic-worker.exe')
    expect(runner.cacheOverRestarts).toBe('C:\\generic-worker\\runner-state.json')
    const service: PoolInput = {
      ...aws,
      config: {
        ...aws.config,
        runner: { service: 'Generic Worker', protocolPipe: '\\\\.\\pipe\\gw', workerConfig: { tasksDir: 'D:\\t' } },
      },
    }
    const made = yaml(service, 'worker-runner.yml', { platform: 'windows' })
    expect(made.worker).toEqual({
      implementation: 'generic-worker',
      service: 'Generic Worker',
      protocolPipe: '\\\\.\\pipe\\gw',
      configPath: 'C:\\generic-worker\\config.json',
    })
    expect(made.workerConfig).toEqual({
      ed25519SigningKeyLocation: 'C:\\generic-worker\\ed25519.key',
      tasksDir: 'D:\\t',
    })
    expect(yaml(staticPool, 'worker-runner.yml', { reboots: true })).not.toHaveProperty('cacheOverRestarts')
  })

  it('say for tc-admin what worker-manager is told, under its mark', () => {
    const { content } = filesOf(aws)
    const definition = JSON.parse(content.get('worker-pool.json') ?? '')
    expect(parse(content.get('worker-pool.tc-admin.yml') ?? '')).toEqual({
      resources: [
        {
          kind: 'WorkerPool',
          workerPoolId: 'proj/ci',
          ...definition,
          description: '*DO NOT EDIT* - This resource is configured automatically.\n\nCI',
        },
      ],
      managed: ['WorkerPool=proj/ci$'],
    })
  })
})

describe('fill.sh', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'wtd-fill-'))
    for (const { path, content, mode } of filesOf(standalone).files)
      writeFileSync(join(folder, path), content, { mode })
  })
  afterAll(() => rmSync(folder, { recursive: true }))
  const fill = (file: string, env: Record<string, string>) =>
    spawnSync(join(folder, 'fill.sh'), [join(folder, file)], {
      env: { NODE_ENV: 'test', PATH: '/usr/bin:/bin', ...env },
      encoding: 'utf8',
    })
  const values = {
    TASKCLUSTER_CLIENT_ID: 'a"b',
    TASKCLUSTER_ACCESS_TOKEN: 'c\\d&',
    WORKER_GROUP: 'rack',
    WORKER_ID: 'one',
  }

  it('puts the values of the environment into JSON and YAML', () => {
    const json = fill('generic-worker.config.json', values)
    expect(json.stderr).toBe('')
    expect(JSON.parse(json.stdout)).toMatchObject({ clientId: 'a"b', accessToken: 'c\\d&', workerGroup: 'rack' })
    const runner = fill('worker-runner.yml', values)
    expect(parse(runner.stdout).provider).toMatchObject({ clientID: 'a"b', accessToken: 'c\\d&', workerID: 'one' })
  })

  it('writes nothing where a variable is not set, and names it', () => {
    const { WORKER_ID: _, ...some } = values
    expect(fill('worker-runner.yml', some)).toMatchObject({
      status: 78,
      stdout: '',
      stderr: 'fill.sh: set WORKER_ID\n',
    })
  })
})
