import type { JsonObject } from '@/lib/base/json'
import { cloudRules, managedProperties } from './cloudRules'

const managed = managedProperties({
  publicIp: { title: 'Public address', type: 'boolean' },
  keepDeployment: { title: 'Keep the deployment', type: 'boolean' },
  ignoreFailedProvisioningStates: {
    title: 'Provisioning states that are no failure',
    type: 'array',
    uniqueItems: true,
    items: { type: 'string' },
  },
})

/** A machine that worker-manager puts together from its resources. */
export const azureResourceRules: JsonObject = {
  title: 'Resources',
  type: 'object',
  properties: {
    ...managed,
    location: { title: 'Location', type: 'string' },
    subnetId: { title: 'Subnet', type: 'string' },
    priority: { title: 'Priority', type: 'string' },
    hardwareProfile: {
      title: 'Hardware',
      type: 'object',
      properties: { vmSize: { title: 'Size of the machine', type: 'string' } },
      required: ['vmSize'],
    },
    storageProfile: {
      title: 'Storage',
      type: 'object',
      properties: { osDisk: { title: 'System disk', type: 'object' } },
      required: ['osDisk'],
    },
  },
  required: ['workerConfig', 'location', 'subnetId', 'hardwareProfile', 'storageProfile'],
}

/** A machine that a template of Azure Resource Manager puts together. */
export const azureDeploymentRules: JsonObject = {
  title: 'Template',
  type: 'object',
  properties: {
    ...managed,
    armDeployment: {
      title: 'Deployment',
      type: 'object',
      properties: {
        mode: { title: 'Mode', type: 'string', enum: ['Incremental', 'Complete'] },
        template: { title: 'Template', type: 'object' },
        templateLink: { title: 'Link to a template', type: 'object' },
        parameters: { title: 'Parameters of the template', type: 'object', required: ['location'] },
      },
      required: ['mode', 'parameters'],
      oneOf: [{ required: ['template'] }, { required: ['templateLink'] }],
    },
    armDeploymentResourceGroup: { title: 'Resource group', type: 'string' },
  },
  required: ['workerConfig', 'armDeployment'],
}

/** What worker-manager holds the `config` of an Azure pool to: each launch configuration has exactly one of two forms. */
export const azureRules: JsonObject = cloudRules('Pool of Azure', {
  title: 'Launch configuration',
  oneOf: [azureResourceRules, azureDeploymentRules],
})
