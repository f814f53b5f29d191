import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { importPoolText } from './importPool'

const catalog = loadCatalog()
const pool = (config: JsonObject, more: JsonObject = {}): JsonObject => ({
  workerPoolId: 'proj/ci',
  providerId: 'static',
  description: 'CI',
  owner: 'ops@example.com',
  emailOnError: false,
  config: { workerConfig: { genericWorker: { config } } },
  ...more,
})
const imported = (document: JsonObject | JsonObject[], engine?: string) => {
  const found = importPoolText(JSON.stringify(document, null, 2), catalog, { file: 'pool.json', engine })
  if (found === undefined) return expect.fail('it holds no pool')
  return { ...(found.ok ? found.value : {}), told: found.problems.map(({ code, line }) => [code, line]) }
}

describe('importPoolText', () => {
  it('has the pool with its worker and its name', () => {
    const design = imported(pool({ maxTaskRunTime: 7200, headlessTasks: true }), 'multiuser-linux')
    expect(design).toMatchObject({
      provisionerId: 'proj',
      workerType: 'ci',
      description: 'CI',
      engine: { name: 'multiuser-linux' },
      settings: { maxTaskRunTime: 7200 },
      pool: { provider: 'static', providerId: 'static', owner: 'ops@example.com', config: {} },
      told: [],
    })
    expect(design.pool).not.toHaveProperty('description')
  })

  it('keeps no secret, and tells at which line there was one', () => {
    const design = imported(pool({ accessToken: 'very secret' }), 'multiuser-linux')
    expect(JSON.stringify(design)).not.toContain('very secret')
    expect(design.told).toEqual([['setting-left-out', 11]])
  })

  it.each<[JsonObject, string]>([
    [{ tasksDir: 'Z:\\tasks' }, 'windows'],
    [{ tasksDir: '/mnt/tasks' }, 'linux'],
    [{}, 'linux'],
  ])('takes the platform of %j for %s', (config, platform) => {
    const { engine } = imported(pool(config))
    const worker = catalog.workers['generic-worker']
    expect(worker?.engines[String(engine?.name)]?.platforms).toEqual([platform])
  })

  it.each<[string, JsonObject | JsonObject[], string]>([
    ['several pools', [pool({}), pool({}, { workerPoolId: 'proj/other' })], 'several-pools'],
    ["docker-worker's pools", { ...pool({}), config: { workerConfig: { shutdown: {} } } }, 'not-generic-worker'],
    ['a property that no worker has', pool({ noSuchProperty: 1 }), ''],
  ])('has no design of %s', (_, document, code) => {
    const found = importPoolText(JSON.stringify(document), catalog)
    expect(found?.ok).toBe(false)
    if (code !== '') expect(found?.problems.map((problem) => problem.code)).toContain(code)
  })

  it.each(['', 'a: [', '7', '{"worker": "generic-worker", "engine": {}}', '[]', '{"resources": []}'])(
    'leaves %j to others',
    (text) => {
      expect(importPoolText(text, catalog)).toBeUndefined()
    },
  )
})
