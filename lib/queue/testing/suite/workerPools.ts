import { expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { newProvisioner, type SuiteContext } from './suiteContext'

const definition = (change: JsonObject = {}): JsonObject => ({
  providerId: 'static',
  description: 'Macs on a shelf',
  config: { lifecycle: { reregistrationTimeout: 3600 }, workerConfig: { genericWorker: { config: {} } } },
  owner: 'ops@example.com',
  emailOnError: false,
  ...change,
})

const googleConfig = (launchConfig: JsonObject = {}): JsonObject => ({
  minCapacity: 0,
  maxCapacity: 4,
  launchConfigs: [
    {
      region: 'us-central1',
      zone: 'us-central1-a',
      machineType: 'zones/us-central1-a/machineTypes/n2-standard-4',
      disks: [],
      networkInterfaces: [],
      scheduling: {},
      workerConfig: {},
      ...launchConfig,
    },
  ],
})

/** Worker pools: what worker-manager keeps of them, whom it lets, and what it refuses. */
export function workerPoolsSuite(context: () => SuiteContext): void {
  it('creates a pool, reads it, and takes the same definition again but no other', async () => {
    const { workerManager, refusal } = context()
    const workerPoolId = `${newProvisioner()}/a`
    const created = await workerManager()('createWorkerPool', workerPoolId, definition())
    expect(created).toEqual({
      workerPoolId,
      ...definition(),
      created: expect.any(String),
      lastModified: created.created,
      currentCapacity: 0,
      requestedCount: 0,
      runningCount: 0,
      stoppingCount: 0,
      stoppedCount: 0,
      requestedCapacity: 0,
      runningCapacity: 0,
      stoppingCapacity: 0,
      stoppedCapacity: 0,
    })
    expect(await workerManager()('workerPool', workerPoolId)).toEqual(created)
    expect(await workerManager()('createWorkerPool', workerPoolId, definition())).toEqual(created)
    const other = definition({ description: 'Others' })
    const conflict = await refusal(workerManager()('createWorkerPool', workerPoolId, other))
    expect(conflict).toMatchObject({ statusCode: 409, code: 'RequestConflict' })
    expect(conflict.message).toMatch(/^Worker pool already exists\n/)
    expect(await workerManager()('workerPool', workerPoolId)).toEqual(created)
  })

  it('updates a pool, also by what was read of it', async () => {
    const { workerManager, refusal } = context()
    const workerPoolId = `${newProvisioner()}/a`
    const missing = await refusal(workerManager()('updateWorkerPool', workerPoolId, definition()))
    expect(missing).toMatchObject({ statusCode: 404, code: 'ResourceNotFound' })
    expect(missing.message).toMatch(/^Worker pool does not exist\n/)
    const { created, lastModified } = await workerManager()('createWorkerPool', workerPoolId, definition())
    const readBack = { workerPoolId, created, lastModified, ...definition({ description: 'New' }) }
    const updated = await workerManager()('updateWorkerPool', workerPoolId, readBack)
    expect(updated).toMatchObject({ description: 'New', created })
    expect(await workerManager()('workerPool', workerPoolId)).toEqual(updated)
    const mistaken = { ...readBack, workerPoolId: `${workerPoolId}-2` }
    const refused = await refusal(workerManager()('updateWorkerPool', workerPoolId, mistaken))
    expect(refused).toMatchObject({ statusCode: 400, code: 'InputError' })
    expect(refused.message).toMatch(/^Incorrect workerPoolId in request body\n/)
  })

  it('deletes a pool by giving it to the null provider, and lets it be taken back', async () => {
    const { workerManager, refusal } = context()
    const workerPoolId = `${newProvisioner()}/a`
    const gone = await refusal(workerManager()('deleteWorkerPool', workerPoolId))
    expect(gone).toMatchObject({ statusCode: 404, code: 'ResourceNotFound' })
    await workerManager()('createWorkerPool', workerPoolId, definition())
    const deleted = await workerManager()('deleteWorkerPool', workerPoolId)
    expect(deleted).toMatchObject({ ...definition({ providerId: 'null-provider' }) })
    expect(await workerManager()('workerPool', workerPoolId)).toEqual(deleted)
    const back = await workerManager()('updateWorkerPool', workerPoolId, definition())
    expect(back).toMatchObject({ providerId: 'static' })
    const nothing = definition({ providerId: 'null-provider', config: { any: 'thing' } })
    expect(await workerManager()('updateWorkerPool', workerPoolId, nothing)).toMatchObject(nothing)
  })

  it('says 404 of a pool that nobody made', async () => {
    const { workerManager, refusal } = context()
    const missing = await refusal(workerManager()('workerPool', `${newProvisioner()}/a`))
    expect(missing).toMatchObject({ statusCode: 404, code: 'ResourceNotFound' })
  })

  it('takes a slash in the URL as it is', async () => {
    const { workerManager, raw } = context()
    const workerPoolId = `${newProvisioner()}/a`
    await workerManager()('createWorkerPool', workerPoolId, definition())
    const { admin } = context()
    const answer = await raw('GET', `/api/worker-manager/v1/worker-pool/${workerPoolId}`, { as: admin })
    expect(answer).toMatchObject({ status: 200, body: { workerPoolId } })
  })

  it('lists by pages', async () => {
    const { workerManager } = context()
    const provisioner = newProvisioner()
    for (const name of 'cba') await workerManager()('createWorkerPool', `${provisioner}/${name}`, definition())
    const ids: unknown[] = []
    let continuationToken: unknown
    do {
      const query = { limit: '2', ...(continuationToken === undefined ? {} : { continuationToken }) }
      const page = await workerManager()('listWorkerPools', query)
      const pools = Array.isArray(page.workerPools) ? page.workerPools : []
      expect(pools.length).toBeLessThanOrEqual(2)
      ids.push(...pools.map((pool) => Object(pool).workerPoolId))
      continuationToken = page.continuationToken
    } while (continuationToken !== undefined)
    const ours = ids.filter((id) => String(id).startsWith(`${provisioner}/`))
    expect(ours).toEqual(['a', 'b', 'c'].map((name) => `${provisioner}/${name}`))
    expect(await workerManager()('listWorkerPools', { limit: '0' })).toEqual({ workerPools: [] })
  })

  it('lists its providers', async () => {
    const { workerManager } = context()
    const all = ['static', 'google', 'aws', 'azure'].map((id) => ({ providerId: id, providerType: id }))
    expect(await workerManager()('listProviders')).toEqual({ providers: all })
    const first = await workerManager()('listProviders', { limit: '3' })
    expect(first).toEqual({ providers: all.slice(0, 3), continuationToken: '3' })
    const rest = await workerManager()('listProviders', { continuationToken: '3' })
    expect(rest).toEqual({ providers: all.slice(3) })
  })

  it.each<[string, JsonObject, string, string]>([
    ['a provider that is not there', { providerId: 'other' }, 'InputError', 'Invalid Provider'],
    ['standalone, which is no provider', { providerId: 'standalone' }, 'InputError', 'Invalid Provider'],
    ['an owner that is no address', { owner: 'ops' }, 'InputValidationError', 'create-worker-pool-request.json#'],
    ['a property too many', { cloud: 'gcp' }, 'InputValidationError', '(\\"cloud\\")'.replaceAll('\\', '')],
    ['a long description', { description: 'd'.repeat(10_241) }, 'InputValidationError', 'data/description'],
    [
      'launch configurations of a static pool',
      { config: { launchConfigs: [] } },
      'InputValidationError',
      'config-static',
    ],
    ['a config of no object', { config: [] }, 'InputValidationError', 'data/config must be object'],
    [
      'a Google pool without a zone',
      { providerId: 'google', config: { minCapacity: 0, maxCapacity: 1, launchConfigs: [{}] } },
      'InputValidationError',
      "data/launchConfigs/0 must have required property 'zone'",
    ],
    [
      'a negative capacity',
      { providerId: 'google', config: { ...googleConfig(), maxCapacity: -1 } },
      'InputValidationError',
      'data/maxCapacity must be >= 0',
    ],
    [
      'a launch configuration twice',
      {
        providerId: 'aws',
        config: {
          minCapacity: 0,
          maxCapacity: 1,
          launchConfigs: [1, 2].map(() => ({ region: 'us-east-1', launchConfig: { ImageId: 'ami-0' } })),
        },
      },
      'InputValidationError',
      'duplicate items',
    ],
  ])('refuses %s', async (_, change, code, words) => {
    const { workerManager, refusal } = context()
    const workerPoolId = `${newProvisioner()}/a`
    const refused = await refusal(workerManager()('createWorkerPool', workerPoolId, definition(change)))
    expect(refused).toMatchObject({ statusCode: 400, code })
    expect(refused.message).toContain(words)
    const none = await refusal(workerManager()('workerPool', workerPoolId))
    expect(none.statusCode).toBe(404)
  })

  it('fills in the defaults of the provider', async () => {
    const { workerManager } = context()
    const config = { ...googleConfig(), lifecycle: { registrationTimeout: 60 } }
    const body = definition({ providerId: 'google', config })
    const created = await workerManager()('createWorkerPool', `${newProvisioner()}/a`, body)
    const lifecycle = { registrationTimeout: 60, reregistrationTimeout: 345_600, queueInactivityTimeout: 7200 }
    expect(created.config).toEqual({ ...config, lifecycle })
  })

  it('refuses an id that is none before it looks at the body', async () => {
    const { workerManager, refusal } = context()
    const refused = await refusal(workerManager()('createWorkerPool', `${newProvisioner()}/Upper`, {}))
    expect(refused).toMatchObject({ statusCode: 400, code: 'InvalidRequestArguments' })
  })

  it.each<[string, (id: string) => unknown[], (id: string) => string[]]>([
    ['createWorkerPool', (id) => [id, definition()], manageScopes],
    ['updateWorkerPool', (id) => [id, definition()], manageScopes],
    ['deleteWorkerPool', (id) => [id], (id) => [`worker-manager:manage-worker-pool:${id}`]],
    ['workerPool', (id) => [id], (id) => [`worker-manager:get-worker-pool:${id}`]],
    ['listWorkerPools', () => [], () => ['worker-manager:list-worker-pools']],
    ['listProviders', () => [], () => ['worker-manager:list-providers']],
  ])('%s asks for its scopes', async (name, args, scopes) => {
    const { workerManager, refusal } = context()
    const workerPoolId = `${newProvisioner()}/a`
    const needed = scopes(workerPoolId)
    for (const missing of needed) {
      const held = needed.filter((scope) => scope !== missing)
      const refused = await refusal(workerManager(held)(name, ...args(workerPoolId)))
      expect(refused).toMatchObject({ statusCode: 403, code: 'InsufficientScopes' })
      expect(refused.message).toContain(missing)
    }
    const answered = await workerManager(needed)(name, ...args(workerPoolId)).catch(
      (error: unknown) => Object(error).statusCode,
    )
    expect(answered).not.toBe(403)
  })
}

function manageScopes(workerPoolId: string): string[] {
  return [`worker-manager:manage-worker-pool:${workerPoolId}`, 'worker-manager:provider:static']
}
