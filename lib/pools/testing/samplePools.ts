import type { JsonObject } from '@/lib/base/json'
import type { PoolInput, PoolWorker } from '@/lib/pools/poolInput'

/** A worker on Linux that runs two tasks at once. */
export const worker: PoolWorker = {
  provisionerId: 'proj',
  workerType: 'ci',
  description: 'CI',
  config: { capacity: 2, headlessTasks: true },
  platform: 'linux',
  rootUrl: 'https://tc.example.com',
}
/** A pool of a provider, with all that worker-manager asks for. */
export const pool = (provider: string, config: JsonObject, change: Partial<PoolInput> = {}): PoolInput => ({
  provider,
  providerId: `our-${provider}`,
  owner: 'ops@example.com',
  emailOnError: true,
  config,
  ...change,
})
export const googleConfig: JsonObject = {
  minCapacity: 0,
  maxCapacity: 4,
  launchDefaults: { machineType: 'n2-standard-4', disks: [{ boot: true }], networkInterfaces: [], scheduling: {} },
  launchConfigs: [
    { region: 'us-central1', zone: 'us-central1-a', workerManager: { launchConfigId: 'one' } },
    { region: 'us-west1', zone: 'us-west1-b', machineType: 'zones/us-west1-b/machineTypes/e2' },
  ],
}
export const awsConfig = (more: JsonObject = {}): JsonObject => ({
  minCapacity: 0,
  maxCapacity: 4,
  launchDefaults: { launchConfig: { InstanceType: 'm5.large' } },
  launchConfigs: [{ region: 'us-east-1', launchConfig: { ImageId: 'ami-0' }, ...more }],
})
export const resources: JsonObject = {
  location: 'eastus',
  subnetId: '/subnets/n',
  hardwareProfile: { vmSize: 'F8' },
  storageProfile: { osDisk: {} },
}
export const azureConfig = (launchConfig: JsonObject): JsonObject => ({
  minCapacity: 0,
  maxCapacity: 4,
  launchConfigs: [launchConfig],
})
export const template: JsonObject = {
  armDeployment: { mode: 'Incremental', template: {}, parameters: { location: { value: 'eastus' } } },
}
