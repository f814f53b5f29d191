import { expect, it } from 'vitest'
import { compilePayloadValidator, composeWorkerType, importConfig, loadCatalog } from './index'

it('does what its example says', () => {
  const catalog = loadCatalog()
  const text = `
config:
  engine: native
  engines: {native: {createUser: false}}
  plugins: {cache: {}}
  temporaryFolder: /mnt/tasks
  minimumDiskSpace: 0
  minimumMemory: 0
  monitor: {logLevel: info}
  webHookServer: {provider: localhost}
  credentials: {clientId: worker, accessToken: not-a-real-token-at-all}
  worker: {provisionerId: proj, workerType: native-1, workerGroup: g, workerId: w, pollingInterval: 1, reclaimOffset: 300, minimumReclaimDelay: 30, concurrency: 1}
`
  const imported = importConfig(text, { catalog })
  if (!imported.ok) throw new Error(imported.problems[0]?.message)
  const composition = composeWorkerType(imported.value.design, catalog)
  const validate = compilePayloadValidator(composition.effectiveSchema ?? {})
  expect(validate({ command: ['true'] })).toEqual([])
  expect(validate({ command: ['true'], caches: [{ mountPoint: 'm', options: {} }] })).toHaveLength(1)
})
