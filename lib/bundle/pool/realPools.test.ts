import { describe, expect, it } from 'vitest'
import { compareJson } from '@/lib/base/compareJson'
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { readRecordedJson } from '@/lib/base/testing/recordings'
import { buildBundle } from '@/lib/bundle/buildBundle'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import { readPool } from '@/lib/pools/import/readPool'
import { composedPool } from './composedPool'
import { importPool } from './importPool'

const catalog = loadCatalog()

const frames: Record<string, (worker: JsonObject) => JsonObject> = {
  static: (worker) => worker,
  gcp: (worker) =>
    cloud(
      {
        region: 'r',
        zone: 'z',
        machineType: 'zones/z/machineTypes/m',
        disks: [],
        networkInterfaces: [],
        scheduling: {},
      },
      worker,
    ),
  aws: (worker) => cloud({ region: 'r', launchConfig: { ImageId: 'a' } }, worker),
  azure: (worker) =>
    cloud({ location: 'l', subnetId: 's', hardwareProfile: { vmSize: 'v' }, storageProfile: { osDisk: {} } }, worker),
}

function cloud(launchConfig: JsonObject, worker: JsonObject): JsonObject {
  return { minCapacity: 0, maxCapacity: 1, launchConfigs: [{ ...launchConfig, ...worker }] }
}

function realPools(): { id: string; cloud: string; target: JsonValue; config: JsonObject }[] {
  const all = readRecordedJson<unknown>('generic-worker', 'real-worker-configs.json')
  return Object.entries(isJsonObject(all) ? all : {}).flatMap(([id, pool]) =>
    isJsonObject(pool)
      ? [
          {
            id,
            cloud: String(pool.cloud),
            target: pool.target ?? null,
            config: isJsonObject(pool.config) ? pool.config : {},
          },
        ]
      : [],
  )
}

describe('a real pool', () => {
  it.each(realPools())('$id becomes a design whose pool says the same', ({ id, cloud: name, target, config }) => {
    const poolConfig = frames[name]?.({ workerConfig: { genericWorker: { config } } })
    if (poolConfig === undefined) return expect.fail(`no frame for ${name}`)
    const definition = {
      providerId: 'ours',
      description: '',
      config: poolConfig,
      owner: 'a@example.com',
      emailOnError: false,
    }
    const read = readPool({ workerPoolId: id, ...definition })
    if (!read.ok) return expect.fail(JSON.stringify(read.problems))
    expect(read.problems).toEqual([])
    const design = importPool(read.value, catalog)
    if (!design.ok) return expect.fail(JSON.stringify(design.problems))
    if (target !== null) expect(design.value.engine.name).toBe(target)
    const composition = composeWorkerType(design.value, catalog)
    expect(composition.problems.filter(({ severity }) => severity === 'error')).toEqual([])
    const bundle = buildBundle(composition, catalog, { catalogVersions: {}, toolVersion: '0' })
    if (!bundle.ok) return expect.fail(JSON.stringify(bundle.problems))
    expect(bundle.value.map(({ path }) => path)).toContain('worker-pool.json')
    const pool = composedPool(composition, catalog)
    if (!pool.ok) return expect.fail(JSON.stringify(pool.problems))
    expect(pool.value?.definition?.workerPoolId).toBe(id)
    const made = pool.value?.definition?.definition ?? {}
    // The switches that the pool left out are said, and the capacity of a worker.
    const changes = compareJson(definition, made).filter(({ kind }) => kind !== 'added')
    expect(changes).toEqual([])
  })
})
