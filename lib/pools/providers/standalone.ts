import type { Provider } from './provider'
import { runnerSchema } from './runnerSchema'

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
