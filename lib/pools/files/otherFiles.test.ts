import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { placeholderNames } from '@/lib/pools/placeholders'
import { providers } from '@/lib/pools/providers/providers'
import { worker } from '@/lib/pools/testing/samplePools'
import { createWorkerFile, standaloneConfig, tcAdminFile, tcAdminResources } from './poolFiles'

describe('the body of createWorker', () => {
  it.each([
    [{ capacity: 4 }, 4],
    [{}, 1],
    [{ capacity: { $env: 'N' } }, 1],
  ])('of %j says a capacity of %i, and leaves what differs to the host', (config, capacity) => {
    const text = createWorkerFile({ ...worker, config })
    expect(JSON.parse(text)).toMatchObject({ capacity })
    expect(Object.keys(JSON.parse(text)).sort()).toEqual(['capacity', 'expires', 'providerInfo'])
    expect(placeholderNames(text)).toEqual(['WORKER_EXPIRES', 'WORKER_STATIC_SECRET'])
  })
})

describe('a set of resources of tc-admin', () => {
  const resources = (description: string | undefined) => {
    const definition = { providerId: 'p', owner: 'o', emailOnError: true, config: { a: ['on', '1_0'] } }
    const given = description === undefined ? definition : { ...definition, description }
    return { workerPoolId: 'a-b/c', definition: given }
  }

  it.each([
    ['CI\n\n* list\n', '*DO NOT EDIT* - This resource is configured automatically.\n\nCI\n\n* list\n'],
    ['', '*DO NOT EDIT* - This resource is configured automatically.\n\n'],
    [undefined, '*DO NOT EDIT* - This resource is configured automatically.\n\n'],
    ['*DO NOT EDIT* by us\n\nCI', '*DO NOT EDIT* by us\n\nCI'],
  ])('marks the description %j once', (description, marked) => {
    expect(tcAdminResources(resources(description))).toMatchObject({ resources: [{ description: marked }] })
  })

  it('manages this pool and none that begins or ends alike', () => {
    const { managed } = tcAdminResources(resources('x'))
    const patterns = (Array.isArray(managed) ? managed : []).map((one) => new RegExp(`^(?:${one})`))
    const manages = (id: string) => patterns.some((pattern) => pattern.test(`WorkerPool=${id}`))
    expect(['a-b/c', 'a-b/cd', 'xa-b/c', 'a-b/c/d', 'a-b/'].filter(manages)).toEqual(['a-b/c'])
  })

  it('means the same as YAML', () => {
    expect(parse(tcAdminFile(resources('yes: no')), { version: '1.1' })).toEqual(tcAdminResources(resources('yes: no')))
  })
})

describe('the configuration of a worker without worker-runner', () => {
  it('has the names of the design, whatever its configuration says', () => {
    const config = { workerType: 'other', rootURL: 'https://other', clientId: 'x', accessToken: 'y', capacity: 2 }
    const made = standaloneConfig({ provider: 'standalone', config: {} }, { ...worker, config }, providers.standalone)
    expect(made).toMatchObject({
      workerType: 'ci',
      provisionerId: 'proj',
      rootURL: 'https://tc.example.com',
      capacity: 2,
    })
    expect(placeholderNames(JSON.stringify(made))).toEqual([
      'TASKCLUSTER_ACCESS_TOKEN',
      'TASKCLUSTER_CLIENT_ID',
      'WORKER_GROUP',
      'WORKER_ID',
    ])
  })

  it('has the group that an admin says', () => {
    const given = { provider: 'standalone', config: { runner: { workerGroup: 'rack' } } }
    expect(standaloneConfig(given, worker, providers.standalone)).toMatchObject({ workerGroup: 'rack' })
  })
})
