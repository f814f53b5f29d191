import { schemaFile } from '@/lib/queue/api/schemaFile'

/** The body of authenticateHawk: what Hawk signs of a request. */
export interface AuthenticateHawkRequest {
  method: string
  resource: string
  host: string
  port: number
  authorization?: string
  sourceIp?: string
}

export const authenticateHawkRequest = schemaFile<AuthenticateHawkRequest>('authenticate-hawk-request.json', {
  title: 'A signed request',
  type: 'object',
  properties: {
    method: {
      type: 'string',
      enum: [
        'get',
        'post',
        'put',
        'head',
        'delete',
        'options',
        'trace',
        'copy',
        'lock',
        'mkcol',
        'move',
        'purge',
        'propfind',
        'proppatch',
        'unlock',
        'report',
        'mkactivity',
        'checkout',
        'merge',
        'm-search',
        'notify',
        'subscribe',
        'unsubscribe',
        'patch',
        'search',
        'connect',
      ],
    },
    resource: { description: 'Path and query as they were sent', type: 'string', maxLength: 65_536 },
    host: { type: 'string', format: 'hostname' },
    port: { type: 'integer', minimum: 0, maximum: 65_535 },
    authorization: { description: 'The header, if there was one', type: 'string', maxLength: 65_536 },
    sourceIp: { type: 'string', anyOf: [{ format: 'ipv4' }, { format: 'ipv6' }] },
  },
  required: ['method', 'resource', 'host', 'port'],
  additionalProperties: false,
})
