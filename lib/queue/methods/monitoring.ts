import { defineMethod } from '@/lib/queue/api/defineMethod'
import type { Method } from '@/lib/queue/api/method'
import { schemaFile } from '@/lib/queue/api/schemaFile'
import { closedObject } from '@/lib/queue/schemas/properties'

const pingResponse = schemaFile(
  'ping-response.json',
  closedObject('Liveness', { alive: { type: 'boolean' }, uptime: { description: 'In seconds', type: 'number' } }),
)

/** Liveness and version of a service; nobody needs credentials for them. */
export const monitoring: Method[] = [
  defineMethod({
    name: 'ping',
    method: 'get',
    route: '/ping',
    output: pingResponse,
    stability: 'stable',
    category: 'Monitoring',
    title: 'Ping the server',
    description: 'Says that the service is up, and for how many seconds.',
    handle: () => ({ alive: true, uptime: process.uptime() }),
  }),
  defineMethod({
    name: 'version',
    method: 'get',
    route: '/__version__',
    stability: 'stable',
    category: 'Monitoring',
    title: 'Version of the product',
    description: 'The version of the product that answers.',
    handle: ({ version }) => ({ version }),
  }),
  defineMethod({
    name: 'heartbeat',
    method: 'get',
    route: '/__heartbeat__',
    stability: 'stable',
    category: 'Monitoring',
    title: 'Heartbeat',
    description: 'Answers if the service and its database work.',
    handle: async ({ store }) => {
      await store.database.execute('select 1')
      return {}
    },
  }),
  defineMethod({
    name: 'lbheartbeat',
    method: 'get',
    route: '/__lbheartbeat__',
    stability: 'stable',
    category: 'Monitoring',
    title: 'Heartbeat for load balancers',
    description: 'Answers if the service can be reached.',
    handle: () => ({}),
  }),
]
