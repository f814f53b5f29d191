import type { JsonObject } from '@/lib/base/json'
import { googleRules } from '@/lib/pools/rules/providerRules'
import { cloudPoolConfig, cloudSchema, managerSchema } from './cloud'
import type { Provider } from './provider'

const machine: Record<string, JsonObject> = {
  region: { title: 'Region', type: 'string', minLength: 1 },
  zone: { title: 'Zone', type: 'string', minLength: 1 },
  machineType: {
    title: 'Machine type',
    description: 'A name such as `n2-standard-4`, which is looked up in the zone, or a path that Google knows.',
    type: 'string',
    minLength: 1,
  },
  disks: {
    title: 'Disks',
    description: 'The first one holds the image that worker-runner starts from.',
    type: 'array',
    items: {
      title: 'Disk',
      type: 'object',
      properties: {
        type: { title: 'Type', type: 'string', enum: ['PERSISTENT', 'SCRATCH'], default: 'PERSISTENT' },
        boot: { title: 'Boots from it', type: 'boolean' },
        autoDelete: { title: 'Goes with the machine', type: 'boolean' },
        initializeParams: {
          title: 'New disk',
          type: 'object',
          properties: {
            sourceImage: { title: 'Image', description: 'As in `projects/p/global/images/i`.', type: 'string' },
            diskSizeGb: { title: 'Size in GB', type: 'integer', minimum: 1 },
            diskType: { title: 'Type of disk', type: 'string' },
          },
        },
      },
    },
  },
  networkInterfaces: {
    title: 'Network interfaces',
    description: '`[{accessConfigs: [{type: ONE_TO_ONE_NAT}]}]` gives the machine an address of its own.',
    type: 'array',
    items: { title: 'Network interface', type: 'object' },
  },
  scheduling: {
    title: 'Scheduling',
    type: 'object',
    properties: {
      provisioningModel: { title: 'Provisioning', type: 'string', enum: ['SPOT', 'STANDARD'] },
      onHostMaintenance: {
        title: 'When the host is serviced',
        type: 'string',
        enum: ['terminate', 'migrate', 'TERMINATE', 'MIGRATE'],
      },
      instanceTerminationAction: { title: 'When a spot machine is taken', type: 'string', enum: ['DELETE', 'STOP'] },
    },
  },
  workerManager: managerSchema(),
}

export const google: Provider = {
  name: 'google',
  title: 'Google Compute Engine',
  description: 'Worker-manager starts machines of Google Compute Engine.',
  configSchema: cloudSchema(
    'Pool of Google Compute Engine',
    { type: 'object', properties: machine },
    { type: 'object', properties: machine },
  ),
  runnerValues: 'none',
  managed: {
    rules: googleRules,
    poolConfig: (config, worker) => cloudPoolConfig(config, worker, inZone),
  },
}

/** Google knows machine types by a path with the zone in it. */
function inZone(launchConfig: JsonObject): JsonObject {
  const { machineType, zone } = launchConfig
  if (typeof machineType !== 'string' || typeof zone !== 'string' || machineType.includes('/')) return launchConfig
  return { ...launchConfig, machineType: `zones/${zone}/machineTypes/${machineType}` }
}
