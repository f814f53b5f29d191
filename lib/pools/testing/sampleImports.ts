import type { JsonObject, JsonValue } from '@/lib/base/json'

/** A worker's part of a pool. */
export const genericWorker = { config: { headlessTasks: true } }
/** A launch configuration of Google in a zone. */
export const launchConfig = (zone: string, more: JsonObject = {}): JsonObject => ({
  region: 'us-central1',
  zone,
  machineType: `zones/${zone}/machineTypes/n2-standard-4`,
  disks: [{ boot: true, initializeParams: { sourceImage: 'i' } }],
  networkInterfaces: [],
  scheduling: { provisioningModel: 'SPOT' },
  workerManager: { capacityPerInstance: 1 },
  workerConfig: { genericWorker },
  ...more,
})
/** A pool as worker-manager answers it. */
export const pool = (config: JsonValue, more: JsonObject = {}): JsonObject => ({
  workerPoolId: 'proj/ci',
  providerId: 'ours',
  description: 'CI',
  owner: 'ops@example.com',
  emailOnError: false,
  config,
  ...more,
})
/** A pool of Google. */
export const google = (...launchConfigs: JsonObject[]) => pool({ minCapacity: 0, maxCapacity: 4, launchConfigs })
