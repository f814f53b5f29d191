import type { JsonObject } from '@/lib/base/json'
import { azureRules } from '@/lib/pools/rules/providerRules'
import { cloudPoolConfig, cloudSchema, managerSchema } from './cloud'
import type { Provider } from './provider'

const workerManager = managerSchema({
  publicIp: { title: 'Public address', type: 'boolean' },
  ignoreFailedProvisioningStates: {
    title: 'Provisioning states that are no failure',
    description: '`OSProvisioningTimedOut` where the image has no agent of Azure.',
    type: 'array',
    uniqueItems: true,
    items: { type: 'string' },
  },
  keepDeployment: { title: 'Keep the deployment', description: 'For looking at one that has failed.', type: 'boolean' },
})

const resources: JsonObject = {
  title: 'Resources',
  description:
    'Worker-manager puts the machine together from a subnet, a size and disks. More properties are passed on to Azure.',
  type: 'object',
  properties: {
    location: { title: 'Location', description: 'As in `eastus`.', type: 'string', minLength: 1 },
    subnetId: { title: 'Subnet', type: 'string', minLength: 1 },
    hardwareProfile: {
      title: 'Hardware',
      type: 'object',
      properties: { vmSize: { title: 'Size of the machine', description: 'As in `Standard_F8s_v2`.', type: 'string' } },
    },
    storageProfile: {
      title: 'Storage',
      type: 'object',
      properties: {
        osDisk: {
          title: 'System disk',
          description: '`{createOption: FromImage}` makes it from the image.',
          type: 'object',
        },
        imageReference: {
          title: 'Image',
          type: 'object',
          properties: { id: { title: 'Id of the image', type: 'string' } },
        },
      },
    },
    priority: { title: 'Priority', description: '`spot` for machines that Azure may take back.', type: 'string' },
    workerManager,
  },
}

const deployment: JsonObject = {
  title: 'Template',
  description: 'A template of Azure Resource Manager puts the machine together.',
  type: 'object',
  properties: {
    armDeployment: {
      title: 'Deployment',
      type: 'object',
      properties: {
        mode: { title: 'Mode', type: 'string', enum: ['Incremental', 'Complete'] },
        templateLink: {
          title: 'Link to a template',
          description: '`{id: …}` names a version of a template spec.',
          type: 'object',
        },
        template: { title: 'Template', description: 'The template itself, instead of a link.', type: 'object' },
        parameters: { title: 'Parameters', description: '`{location: {value: eastus}}` is needed.', type: 'object' },
      },
    },
    armDeploymentResourceGroup: { title: 'Resource group', type: 'string' },
    workerManager,
  },
  required: ['armDeployment'],
}

export const azure: Provider = {
  name: 'azure',
  title: 'Azure',
  description: 'Worker-manager starts machines of Azure, from resources or from a template.',
  configSchema: cloudSchema('Pool of Azure', { type: 'object' }, { oneOf: [resources, deployment] }),
  runnerValues: 'none',
  managed: { rules: azureRules, poolConfig: cloudPoolConfig },
}
