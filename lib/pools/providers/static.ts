import { getOwn } from '@/lib/base/json'
import { reregistrationTimeout } from '@/lib/pools/rules/cloudRules'
import { staticRules } from '@/lib/pools/rules/providerRules'
import type { Provider } from './provider'
import { filesSchema, runnerSchema } from './runnerSchema'

export const staticProvider: Provider = {
  name: 'static',
  title: 'Static',
  description:
    'Machines of your own that register with worker-manager by a secret, and get configuration and credentials from it.',
  configSchema: {
    title: 'Pool of static workers',
    type: 'object',
    properties: {
      lifecycle: {
        title: 'Lifecycle of workers',
        type: 'object',
        properties: { reregistrationTimeout },
        additionalProperties: false,
      },
      files: filesSchema,
      runner: runnerSchema,
    },
    additionalProperties: false,
  },
  runnerValues: 'identity',
  managed: {
    rules: staticRules,
    poolConfig: (config, { workerConfig }) => {
      const lifecycle = getOwn(config, 'lifecycle')
      return { ...(lifecycle === undefined ? {} : { lifecycle }), workerConfig }
    },
  },
}

export const standalone: Provider = {
  name: 'standalone',
  title: 'Standalone',
  description:
    'Machines of your own with Taskcluster credentials of their own. Worker-manager knows nothing of them: there is no pool.',
  configSchema: {
    title: 'Standalone workers',
    type: 'object',
    properties: { runner: runnerSchema },
    additionalProperties: false,
  },
  runnerValues: 'credentials',
}
