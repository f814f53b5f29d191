import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { JsonObject } from '@/lib/base/json'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import { parseDesign } from '@/lib/compose/read/parseDesign'
import { buildBundle } from './buildBundle'

const catalog = loadCatalog()
const versions = { catalogVersions: {}, toolVersion: '1.2.3' }

function bundleOf(members: JsonObject) {
  const design: JsonObject = {
    worker: 'generic-worker',
    provisionerId: 'proj',
    workerType: 'linux',
    rootUrl: 'https://tc.example.com',
    engine: { name: 'multiuser-linux' },
    plugins: { d2g: { allowPrivileged: false }, 'live-log': {}, 'resource-monitor': {} },
    settings: { maxTaskRunTime: 7200 },
    ...members,
  }
  const parsed = parseDesign(JSON.stringify(design))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return buildBundle(composeWorkerType(parsed.value.design, catalog), catalog, versions)
}

function filesOf(members: JsonObject): Record<string, string> {
  const built = bundleOf(members)
  if (!built.ok) throw new Error(JSON.stringify(built.problems))
  return Object.fromEntries(built.value.map(({ path, content }) => [path, content]))
}

const decided = {
  d2gConfig: { allowPrivileged: false, enableD2G: true },
  enableChainOfTrust: false,
  enableInteractive: false,
  enableLiveLog: true,
  enableLoopbackAudio: false,
  enableLoopbackVideo: false,
  enableResourceMonitor: true,
  enableRunTaskAsCurrentUser: false,
  enableTaskclusterProxy: false,
  maxTaskRunTime: 7200,
}

describe('the bundle of generic-worker', () => {
  const standalone = filesOf({})

  it('has what a worker without a pool starts with', () => {
    expect(Object.keys(standalone).sort()).toEqual([
      'README.md',
      'base-payload-schema.json',
      'design.yml',
      'examples/full.json',
      'examples/minimal.json',
      'examples/typical.json',
      'fill.sh',
      'generic-worker.config.json',
      'manifest.json',
      'payload-schema.json',
      'worker-config.json',
      'worker-runner.yml',
      'worker-type.json',
      'worker-type.md',
    ])
  })

  it('switches off what is not picked, except the three that would refuse every task', () => {
    expect(JSON.parse(standalone['worker-config.json'] ?? '')).toEqual(decided)
    expect(JSON.parse(standalone['generic-worker.config.json'] ?? '')).toMatchObject({
      ...decided,
      accessToken: `\${TASKCLUSTER_ACCESS_TOKEN}`,
      rootURL: 'https://tc.example.com',
      provisionerId: 'proj',
      workerType: 'linux',
    })
  })

  it('gives worker-runner the same configuration, flat', () => {
    expect(parse(standalone['worker-runner.yml'] ?? '')).toMatchObject({
      provider: { providerType: 'standalone', workerPoolID: 'proj/linux' },
      workerConfig: decided,
    })
  })

  it('has the pool that the design describes, with the configuration as its only key', () => {
    const pool = { provider: 'static', providerId: 'static', owner: 'ops@example.com', emailOnError: false, config: {} }
    const files = filesOf({ pool })
    expect(JSON.parse(files['worker-pool.json'] ?? '')).toMatchObject({
      providerId: 'static',
      config: { workerConfig: { genericWorker: { config: decided } } },
    })
    expect(files['README.md']).toContain('createWorkerPool proj/linux < worker-pool.json')
    expect(files).not.toHaveProperty('generic-worker.config.json')
  })

  it('is refused where the pool is wrong', () => {
    const built = bundleOf({ pool: { provider: 'static', config: {} } })
    expect(built.ok).toBe(false)
    expect(built.problems.every(({ path }) => path.startsWith('pool'))).toBe(true)
  })
})
