import { schemaFile } from '@/lib/queue/api/schemaFile'
import { closedObject, dateTime } from './properties'

/** The body of authenticateHawk: what Hawk signs of a request. */
interface AuthenticateHawkRequest {
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

const scopes = { type: 'array', items: { type: 'string', pattern: '^[\\x20-\\x7e]*$' } }

export const authenticateHawkResponse = schemaFile('authenticate-hawk-response.json', {
  title: 'Who signed',
  oneOf: [
    closedObject(
      'Accepted',
      {
        status: { type: 'string', enum: ['auth-success'] },
        scheme: { type: 'string', enum: ['hawk'] },
        clientId: { type: 'string' },
        scopes,
        expires: dateTime,
        hash: { description: 'Of the body, for the receiver to check', type: 'string' },
      },
      ['hash'],
    ),
    closedObject('Refused', { status: { type: 'string', enum: ['auth-failed'] }, message: { type: 'string' } }),
    closedObject('Nobody', {
      status: { type: 'string', enum: ['no-auth'] },
      scheme: { type: 'string', enum: ['none'] },
      scopes,
      expires: dateTime,
    }),
  ],
})

export const scopeSet = schemaFile(
  'scopeset.json',
  closedObject('Scopes', { scopes: { type: 'array', items: { type: 'string', pattern: '^[\\x20-\\x7e]*$' } } }),
)
