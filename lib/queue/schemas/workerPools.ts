import type { JsonObject } from '@/lib/base/json'
import { definitionProperties } from '@/lib/pools/rules/definitionRules'
import { schemaFile } from '@/lib/queue/api/schemaFile'
import { closedObject, continuationToken, dateTime, workerPoolId } from './properties'

/** What an admin says of a worker pool. */
export interface WorkerPoolDefinition {
  providerId: string
  description: string
  config: JsonObject
  owner: string
  emailOnError: boolean
}

export const createWorkerPoolRequest = schemaFile<WorkerPoolDefinition>(
  'create-worker-pool-request.json',
  closedObject('Definition of a worker pool', definitionProperties),
)

const created: JsonObject = { ...dateTime, title: 'Created' }
const lastModified: JsonObject = { ...dateTime, title: 'Last changed' }

/** What updateWorkerPool takes: also a pool as workerPool has answered it, less its counts. */
export const updateWorkerPoolRequest = schemaFile<WorkerPoolDefinition & { workerPoolId?: string }>(
  'update-worker-pool-request.json',
  closedObject('New definition of a worker pool', { ...definitionProperties, workerPoolId, created, lastModified }, [
    'workerPoolId',
    'created',
    'lastModified',
  ]),
)

/** Workers of a pool, by state. Nothing is started here, so they are 0. */
export const noWorkers = {
  currentCapacity: 0,
  requestedCount: 0,
  runningCount: 0,
  stoppingCount: 0,
  stoppedCount: 0,
  requestedCapacity: 0,
  runningCapacity: 0,
  stoppingCapacity: 0,
  stoppedCapacity: 0,
}

const count: JsonObject = { type: 'integer', minimum: 0 }
const counts = Object.fromEntries(Object.keys(noWorkers).map((name) => [name, count]))

export const workerPoolResponse = schemaFile(
  'worker-pool-full.json',
  closedObject('Worker pool', { workerPoolId, ...definitionProperties, created, lastModified, ...counts }, [
    'workerPoolId',
  ]),
)

export const listWorkerPoolsResponse = schemaFile(
  'worker-pool-list.json',
  closedObject(
    'Worker pools',
    { workerPools: { type: 'array', items: workerPoolResponse.schema }, continuationToken },
    ['continuationToken'],
  ),
)

const { providerId = {} } = definitionProperties
const provider = closedObject('Provider', { providerId, providerType: { title: 'Type', type: 'string' } })

export const listProvidersResponse = schemaFile(
  'provider-list.json',
  closedObject('Providers', { providers: { type: 'array', items: provider }, continuationToken }, [
    'continuationToken',
  ]),
)
