import type { JsonObject } from '@/lib/base/json'
import { awsRules } from '@/lib/pools/rules/providerRules'
import { cloudPoolConfig, cloudSchema, managerSchema } from './cloud'
import type { Provider } from './provider'

const launchConfig: JsonObject = {
  title: 'Arguments of RunInstances',
  description: 'More arguments than these are passed on to EC2.',
  type: 'object',
  properties: {
    ImageId: {
      title: 'Image (AMI)',
      description: 'Of the region, as in `ami-0123456789abcdef0`.',
      type: 'string',
      minLength: 1,
    },
    InstanceType: { title: 'Instance type', description: 'As in `m5.2xlarge`.', type: 'string', minLength: 1 },
    SubnetId: { title: 'Subnet', type: 'string' },
    SecurityGroupIds: { title: 'Security groups', type: 'array', items: { type: 'string' } },
    InstanceMarketOptions: {
      title: 'Market',
      type: 'object',
      properties: { MarketType: { title: 'Type', type: 'string', enum: ['spot'] } },
    },
  },
}

const machine: Record<string, JsonObject> = {
  region: { title: 'Region', type: 'string', minLength: 1 },
  launchConfig,
  additionalUserData: {
    title: 'More user data',
    description: 'Beside what worker-manager says itself. With the worker’s configuration it may have 16384 bytes.',
    type: 'object',
  },
  workerManager: managerSchema(),
}

export const aws: Provider = {
  name: 'aws',
  title: 'AWS EC2',
  description: 'Worker-manager starts machines of AWS EC2.',
  configSchema: cloudSchema(
    'Pool of AWS EC2',
    { type: 'object', properties: machine, additionalProperties: false },
    { type: 'object', properties: machine, additionalProperties: false },
  ),
  runnerValues: 'none',
  managed: { rules: awsRules, poolConfig: cloudPoolConfig },
}
