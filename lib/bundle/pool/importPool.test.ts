import { expect, it } from 'vitest'
import { loadCatalog } from '@/lib/catalog/loadCatalog'
import { formatDesign } from '@/lib/compose/design/formatDesign'
import { importPoolText } from './importPool'

const token = 'fN1SbArXTPSVFNUvaOlinQfN1SbArXTPSVFNUvaOlinQ'

it('leaves secrets of the host and of launch configurations out, and says so', () => {
  const document = JSON.stringify({
    provider: { providerType: 'aws', providerID: 'aws', workerPoolID: 'proj/ci', accessToken: 'hush' },
    worker: { implementation: 'generic-worker', path: '/usr/bin/generic-worker', configPath: '/etc/worker.yml' },
    workerConfig: { accessToken: 'hush', tags: ['a', token], livelogExecutable: '/usr/bin/livelog' },
  })
  const imported = importPoolText(document, loadCatalog())
  if (imported?.ok !== true) return expect.fail(JSON.stringify(imported?.problems))
  const text = formatDesign(imported.value)
  expect(text).not.toContain('hush')
  expect(text).not.toContain(token)
  expect(text).toContain('livelogExecutable')
  const left = imported.problems.filter(({ code }) => code === 'pool-secret-left-out').map(({ path }) => path)
  expect(left).toEqual(['pool.config.runner.workerConfig.tags[1]'])
  const ofHost = imported.problems.filter(({ code }) => code === 'runner-host-value').map(({ path }) => path)
  expect(ofHost).toEqual(['provider.accessToken', 'workerConfig.accessToken'])
})

it.each([
  [{ provisionerId: 'other', workerType: 'ci' }, ['config.workerConfig.genericWorker.config.provisionerId']],
  [
    { provisionerId: 'other', workerType: 'else' },
    ['config.workerConfig.genericWorker.config.provisionerId', 'config.workerConfig.genericWorker.config.workerType'],
  ],
  [{ workertype: 'else' }, ['config.workerConfig.genericWorker.config.workertype']],
  [{ WorkerType: 'else' }, []],
  [{ provisionerId: 'proj', workerType: 'ci' }, []],
])('says that the names of the pool count, not those of the configuration: %j', (config, places) => {
  const workerConfig = { genericWorker: { config: { ...config, ed25519SigningKeyLocation: '/key' } } }
  const document = { workerPoolId: 'proj/ci', providerId: 'static', config: { workerConfig } }
  const imported = importPoolText(JSON.stringify(document), loadCatalog())
  if (imported?.ok !== true) return expect.fail(JSON.stringify(imported?.problems))
  expect(imported.value).toMatchObject({ provisionerId: 'proj', workerType: 'ci' })
  const told = imported.problems.filter(({ code }) => code === 'pool-identity-differs')
  expect(told.map(({ path }) => path)).toEqual(places)
})

it('leaves out what only old releases know, in the part of the host as well', () => {
  const document = {
    provider: { providerType: 'static', providerID: 's', workerPoolID: 'proj/ci' },
    worker: { implementation: 'generic-worker', path: '/usr/bin/generic-worker', configPath: '/etc/worker.yml' },
    workerConfig: { deploymentId: 'x', tasksDir: '/tasks' },
  }
  const imported = importPoolText(JSON.stringify(document), loadCatalog())
  if (imported?.ok !== true) return expect.fail(JSON.stringify(imported?.problems))
  expect(imported.value.pool).toMatchObject({ config: { runner: { workerConfig: { tasksDir: '/tasks' } } } })
  expect(formatDesign(imported.value)).not.toContain('deploymentId')
  const told = imported.problems.filter(({ code }) => code === 'setting-left-out')
  expect(told.map(({ path, severity }) => [path, severity])).toEqual([['workerConfig.deploymentId', 'warning']])
})
