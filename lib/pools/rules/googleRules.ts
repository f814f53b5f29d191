import type { JsonObject } from '@/lib/base/json'
import { cloudRules, managedProperties } from './cloudRules'

/** What worker-manager holds the `config` of a Google pool to. All else in a launch configuration goes to Google as it is. */
export const googleRules: JsonObject = cloudRules('Pool of Google Compute Engine', {
  title: 'Launch configuration',
  type: 'object',
  properties: {
    ...managedProperties(),
    region: { title: 'Region', type: 'string' },
    zone: { title: 'Zone', type: 'string' },
    machineType: { title: 'Machine type', type: 'string' },
    disks: { title: 'Disks', type: 'array' },
    networkInterfaces: { title: 'Network interfaces', type: 'array' },
    scheduling: { title: 'Scheduling', type: 'object' },
  },
  required: ['workerConfig', 'region', 'zone', 'machineType', 'disks', 'networkInterfaces', 'scheduling'],
})
