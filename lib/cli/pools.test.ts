import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { canonicalJson, type JsonObject, type JsonValue } from '@/lib/base/json'
import { yamlText } from '@/lib/base/yamlText'
import { parseDesign } from '@/lib/compose/read/parseDesign'
import { eachQueue } from '@/lib/queue/testing/eachQueue'
import { runWtd } from './testing/runWtd'

const folder = mkdtempSync(join(tmpdir(), 'wtd-pools-'))
function write(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const google: JsonObject = {
  provider: 'google',
  providerId: 'google',
  owner: 'ops@example.com',
  emailOnError: true,
  config: {
    minCapacity: 0,
    maxCapacity: 4,
    launchDefaults: { machineType: 'n2-standard-4', disks: [], networkInterfaces: [], scheduling: {} },
    launchConfigs: [{ region: 'us-central1', zone: 'us-central1-a' }],
  },
}
const design = (pool: JsonValue, description = 'Builds') =>
  yamlText({
    worker: 'generic-worker',
    provisionerId: 'proj-tour',
    workerType: 'linux-ci',
    description,
    strict: true,
    engine: { name: 'multiuser-linux', config: {} },
    plugins: { env: {}, mounts: {}, 'os-groups': {}, metadata: {} },
    settings: { headlessTasks: true, capacity: 2, ed25519SigningKeyLocation: '/etc/generic-worker/ed25519.key' },
    ...(pool === null ? {} : { pool }),
  })

const only = (from: JsonValue | undefined, ...keys: string[]): JsonObject =>
  Object.fromEntries(keys.map((key) => [key, Object(from)[key] ?? null]))

eachQueue(
  'wtd register with a pool',
  (queue) => {
    beforeEach(() => {
      vi.stubEnv('TASKCLUSTER_CLIENT_ID', 'admin')
      vi.stubEnv('TASKCLUSTER_ACCESS_TOKEN', 'token-of-admin-xxxxxxxxxxxxxxxx')
    })
    afterEach(() => void vi.unstubAllEnvs())
    const register = (path: string, ...options: string[]) =>
      runWtd('register', path, '--root-url', queue().url, ...options)
    const path = '/api/worker-manager/v1/worker-pool/proj-tour/linux-ci'
    const there = async () => (await queue().call('GET', path, { as: 'admin' })).body

    it('creates it, updates it, and leaves it where it is the same', async () => {
      const file = write('google.yml', design(google))
      const dry = await register(file, '--dry-run')
      expect({
        ...dry,
        stdout: only(JSON.parse(dry.stdout).pool, 'action', 'changes', 'scopesMissing', 'problems'),
      }).toMatchObject({
        status: 0,
        stdout: { action: 'create', changes: [], scopesMissing: [], problems: [] },
      })
      expect(JSON.parse(dry.stdout).scopesNeeded).toContain('worker-manager:manage-worker-pool:proj-tour/linux-ci')
      expect(await there()).toMatchObject({ code: 'ResourceNotFound' })
      const first = await register(file)
      expect(first.stderr).toBe('')
      expect(first.stdout).toMatch(
        /^proj-tour\/linux-ci: registered \(enforced\)\..*\nproj-tour\/linux-ci: the worker pool was created\.\n$/,
      )
      expect(await there()).toMatchObject({
        providerId: 'google',
        description: 'Builds',
        config: {
          launchConfigs: [
            {
              machineType: 'zones/us-central1-a/machineTypes/n2-standard-4',
              workerManager: { capacityPerInstance: 2 },
              workerConfig: { genericWorker: { config: { capacity: 2, headlessTasks: true } } },
            },
          ],
        },
      })
      expect((await register(file)).stdout).toContain('the worker pool is as it should be; nothing was sent.\n')
      const second = await register(write('google.yml', design(google, 'Builds more')))
      expect(second.stdout).toContain('the worker pool was updated.\n  ~ description: "Builds" -> "Builds more"\n')
    })

    it('leaves a pool of another tool alone, and says how to go on', async () => {
      const file = write('google.yml', design(google))
      await register(file)
      const { created: _, lastModified: __, workerPoolId: ___, ...pool } = await there()
      const names = ['providerId', 'description', 'config', 'owner', 'emailOnError']
      const definition = Object.fromEntries(Object.entries(pool).filter(([name]) => names.includes(name)))
      const body = { ...definition, description: '*DO NOT EDIT* - by tc-admin' }
      expect((await queue().call('POST', path, { as: 'admin', body })).status).toBe(200)
      const refused = await register(write('google.yml', design(google, 'Mine')))
      expect(refused).toMatchObject({ status: 1, stdout: '' })
      expect(refused.stderr).toContain('Another tool configures the pool proj-tour/linux-ci')
      expect(refused.stderr).toContain('With --no-pool the worker type is registered without its pool.')
      const workerType = await queue().call('GET', '/api/queue/v1/task-queues/proj-tour%2Flinux-ci', { as: 'admin' })
      expect(workerType.body.description).toBe('Builds')
      const without = await register(write('google.yml', design(google, 'Mine')), '--no-pool')
      expect(without).toMatchObject({ status: 0 })
      expect(await there()).toMatchObject({ description: '*DO NOT EDIT* - by tc-admin' })
    })

    it('says what is wrong with a pool before it sends anything', async () => {
      const broken = await register(write('broken.yml', design({ ...google, owner: 'ops' })))
      expect(broken).toMatchObject({ status: 1, stdout: '' })
      expect(broken.stderr).toContain('pool.owner')
      const other = await register(write('other.yml', design({ ...google, providerId: 'ours' })))
      expect(other.stderr).toContain('has no provider ours')
      expect(other).toMatchObject({ status: 1, stdout: '' })
      expect(await there()).toMatchObject({ code: 'ResourceNotFound' })
    })
  },
  'embedded database',
)

describe('wtd import of a pool', () => {
  const pool: JsonObject = {
    workerPoolId: 'proj-tour/linux-ci',
    providerId: 'ours',
    description: '*DO NOT EDIT* - This resource is configured automatically.\n\nBuilds',
    owner: 'ops@example.com',
    emailOnError: false,
    config: { workerConfig: { genericWorker: { config: { headlessTasks: true, d2gConfig: { enableD2G: true } } } } },
  }

  it('makes a design of it, with identity, pool and what was not understood', async () => {
    const { status, stdout, stderr } = await runWtd('import', write('pool.json', canonicalJson({ ...pool, other: 1 })))
    expect(status).toBe(0)
    expect(stderr).toMatch(/pool\.json:\d+: warning: other: The property other is not understood, and left out\./)
    expect(stderr).toContain('Another tool configures this pool')
    const parsed = parseDesign(stdout)
    expect(parsed.ok && parsed.value.design).toMatchObject({
      worker: 'generic-worker',
      provisionerId: 'proj-tour',
      workerType: 'linux-ci',
      description: 'Builds',
      engine: { name: 'multiuser-linux' },
      settings: { headlessTasks: true },
      pool: { provider: 'static', providerId: 'ours', owner: 'ops@example.com', emailOnError: false, config: {} },
    })
  })

  it('tells the place of what the worker does not know', async () => {
    const config = { workerConfig: { genericWorker: { config: { headlesTasks: true } } } }
    const { status, stdout, stderr } = await runWtd('import', write('typo.json', canonicalJson({ ...pool, config })))
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(/typo\.json:\d+: config\.workerConfig\.genericWorker\.config\.headlesTasks: .*headlessTasks/)
  })

  it('lists the pools of a document, and takes one', async () => {
    const docker = { ...pool, workerPoolId: 'proj-tour/old', config: { workerConfig: { shutdown: {} } } }
    const file = write(
      'many.yml',
      yamlText({
        resources: [
          { kind: 'WorkerPool', ...pool },
          { kind: 'WorkerPool', ...docker },
        ],
      }),
    )
    const listed = await runWtd('import', file)
    expect(listed).toMatchObject({ status: 0, stderr: '2 worker pools: choose one with --pool ID.\n' })
    expect(listed.stdout.split('\n').map((line) => line.split(/ {2,}/).slice(0, 2))).toEqual([
      ['worker pool', 'provider'],
      ['proj-tour/linux-ci', 'static'],
      ['proj-tour/old', 'not readable'],
      [''],
    ])
    expect((await runWtd('import', file, '--pool', 'proj-tour/linux-ci')).stdout).toContain('workerType: linux-ci')
    const old = await runWtd('import', file, '--pool', 'proj-tour/old')
    expect(old).toMatchObject({ status: 1, stdout: '' })
    expect(old.stderr).toContain('docker-worker')
    expect(await runWtd('import', file, '--pool', 'proj-tour/none')).toMatchObject({ status: 2, stdout: '' })
  })

  it('reads a file of worker-runner', async () => {
    const runner = {
      provider: { providerType: 'standalone', workerPoolID: 'proj-tour/linux-ci', accessToken: 'secret' },
      worker: { implementation: 'generic-worker', path: '/gw', configPath: '/c.json' },
      workerConfig: { headlessTasks: true, d2gConfig: { enableD2G: true } },
    }
    const { status, stdout } = await runWtd('import', write('runner.yml', yamlText(runner)))
    expect(status).toBe(0)
    expect(stdout).not.toContain('secret')
    const parsed = parseDesign(stdout)
    expect(parsed.ok && parsed.value.design).toMatchObject({
      workerType: 'linux-ci',
      pool: { provider: 'standalone', config: { runner: { path: '/gw', configPath: '/c.json' } } },
    })
  })
})
