import type { JsonObject } from '@/lib/base/json'
import { cloudRules, managedProperties, reregistrationTimeout } from './cloudRules'

/** Properties of the user data that worker-manager writes itself. */
const ownUserData = ['rootUrl', 'workerPoolId', 'providerId', 'workerGroup', 'workerConfig']

/** What worker-manager holds the `config` of an AWS pool to. Only what stands in `launchConfig` goes to EC2. */
export const awsRules: JsonObject = cloudRules('Pool of AWS EC2', {
  title: 'Launch configuration',
  type: 'object',
  properties: {
    ...managedProperties(),
    region: { title: 'Region', type: 'string' },
    launchConfig: {
      title: 'Arguments of RunInstances',
      type: 'object',
      properties: { ImageId: { title: 'Image (AMI)', type: 'string' } },
      required: ['ImageId'],
      not: { required: ['IamInstanceProfile', 'UserData', 'MinCount', 'MaxCount'] },
    },
    additionalUserData: {
      title: 'More user data',
      type: 'object',
      properties: Object.fromEntries(ownUserData.map((name) => [name, { not: {} }])),
    },
  },
  required: ['region', 'launchConfig'],
  additionalProperties: false,
})

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

/** What worker-manager holds the `config` of a static pool to. */
export const staticRules: JsonObject = {
  title: 'Pool of static workers',
  type: 'object',
  properties: {
    lifecycle: {
      title: 'Lifecycle of workers',
      type: 'object',
      properties: { reregistrationTimeout },
      additionalProperties: false,
    },
    workerConfig: { title: 'Configuration of the worker', type: 'object' },
  },
  additionalProperties: false,
}
