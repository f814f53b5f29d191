import { schemaFile } from '@/lib/queue/api/schemaFile'
import { closedObject, dateTime, taskQueueId } from './common'

export const payloadSchemaResponse = schemaFile(
  'payload-schema-response.json',
  closedObject('Payload schema of a worker type', {
    taskQueueId,
    version: { title: 'Version', description: 'Counts the schemas that were declared, from 1', type: 'integer' },
    payloadSchemaSha256: {
      title: 'Name of the schema',
      description: 'SHA-256 of its canonical JSON, in hexadecimal digits',
      type: 'string',
      pattern: '^[0-9a-f]{64}$',
    },
    payloadSchema: { title: 'Payload schema', type: 'object' },
    declaredBy: { title: 'Client that declared it', type: 'string' },
    declaredAt: { ...dateTime, title: 'When it was declared' },
    expires: { ...dateTime, title: 'Expiry', description: 'From then on the schema is not in force.' },
  }),
)
