import { schemaFile } from '@/lib/queue/api/schemaFile'
import { closedObject, dateTime } from './common'

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
