import type { JsonObject } from '@/lib/base/json'
import { cloudRules, managedProperties } from './cloudRules'

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
