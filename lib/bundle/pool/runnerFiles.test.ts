import { describe, expect, it } from 'vitest'
import { readRecording, recordingNames } from '@/lib/base/testing/recordings'
import { buildBundle } from '@/lib/bundle/buildBundle'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import { poolProblems } from './composedPool'
import { importPoolText } from './importPool'

const catalog = loadCatalog()

function imported(text: string) {
  const read = importPoolText(text, catalog)
  if (read?.ok !== true) return expect.fail(JSON.stringify(read?.problems))
  const composition = composeWorkerType(read.value, catalog)
  const problems = [...composition.problems, ...poolProblems(composition, catalog)]
  const errors = problems.filter(({ severity }) => severity === 'error')
  const paths = () => {
    const named = composeWorkerType({ ...read.value, provisionerId: 'demo', workerType: 'a' }, catalog)
    const bundle = buildBundle(named, catalog, { catalogVersions: {}, toolVersion: '0' })
    return bundle.ok ? bundle.value.map(({ path }) => path) : expect.fail(JSON.stringify(bundle.problems))
  }
  return { engine: read.value.engine.name, errors, codes: problems.map(({ code }) => code), paths }
}

describe('a file of worker-runner', () => {
  it.each(recordingNames('generic-worker', 'runner'))('%s becomes a design without errors, and a bundle', (name) => {
    const { errors, paths, codes } = imported(readRecording('generic-worker', 'runner', name))
    expect(errors).toEqual([])
    expect(paths()).toContain('worker-runner.yml')
    expect(paths()).not.toContain('worker-pool.json')
    expect(codes.includes('pool-host-part')).toBe(name !== 'standalone.yml')
    expect(paths().includes('generic-worker.config.json')).toBe(name === 'standalone.yml')
  })

  it('of a Windows service is for Windows', () => {
    const provider =
      'provider: {providerType: static, rootURL: "https://tc.example.com", providerID: s, workerPoolID: demo/a, workerGroup: g, workerID: w}'
    const worker = `worker: {implementation: generic-worker, service: Generic Worker, configPath: 'C:\\gw\\c.yml', protocolPipe: '\\\\.\\pipe\\gw'}`
    expect(imported(`${provider}\n${worker}\n`)).toMatchObject({ engine: 'multiuser-windows', errors: [] })
  })
})
