import { describe, expect, it } from 'vitest'
import { googleConfig, pool, worker } from '@/lib/pools/testing/samplePools'
import { poolDefinition } from './poolDefinition'

describe('poolDefinition', () => {
  it('has what all share in each launch configuration, and the capacity of the worker', () => {
    const genericWorker = { config: worker.config }
    expect(poolDefinition(pool('google', { ...googleConfig, runner: { path: '/x' } }), worker)).toEqual({
      workerPoolId: 'proj/ci',
      definition: {
        providerId: 'our-google',
        description: 'CI',
        owner: 'ops@example.com',
        emailOnError: true,
        config: {
          minCapacity: 0,
          maxCapacity: 4,
          launchConfigs: [
            {
              region: 'us-central1',
              zone: 'us-central1-a',
              machineType: 'zones/us-central1-a/machineTypes/n2-standard-4',
              disks: [{ boot: true }],
              networkInterfaces: [],
              scheduling: {},
              workerManager: { launchConfigId: 'one', capacityPerInstance: 2 },
              workerConfig: { genericWorker },
            },
            {
              region: 'us-west1',
              zone: 'us-west1-b',
              machineType: 'zones/us-west1-b/machineTypes/e2',
              disks: [{ boot: true }],
              networkInterfaces: [],
              scheduling: {},
              workerManager: { capacityPerInstance: 2 },
              workerConfig: { genericWorker },
            },
          ],
        },
      },
    })
  })

  it('carries files beside the configuration', () => {
    const files = [{ description: 'd', path: '/p', content: '', encoding: 'base64', format: 'file' }]
    const built = poolDefinition(pool('static', { files }, { description: '' }), worker)
    expect(built?.definition).toMatchObject({
      description: '',
      config: { workerConfig: { genericWorker: { config: worker.config, files } } },
    })
  })

  it('is none for standalone workers', () => {
    expect(poolDefinition({ provider: 'standalone', config: {} }, worker)).toBeUndefined()
  })
})
