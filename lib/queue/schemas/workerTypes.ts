import type { JsonObject } from '@/lib/base/json'
import { schemaFile } from '@/lib/queue/api/schemaFile'
import {
  closedObject,
  continuationToken,
  dateTime,
  provisionerId,
  stabilities,
  taskQueueId,
  workerType,
} from './properties'

/** A worker type, less its actions. */
export const workerTypeProperties = {
  provisionerId,
  workerType,
  taskQueueId,
  stability: { title: 'Stability', type: 'string', enum: [...stabilities] },
  description: { title: 'Description', type: 'string' },
  expires: { ...dateTime, title: 'Expiry' },
  lastDateActive: { ...dateTime, title: 'Last activity' },
}

export const workerTypeResponse = schemaFile(
  'workertype-response.json',
  closedObject('Worker type', {
    ...workerTypeProperties,
    actions: { title: 'Actions', description: 'Always empty', type: 'array', items: { type: 'object' } },
  }),
)

export const listWorkerTypesResponse = schemaFile(
  'list-workertypes-response.json',
  closedObject(
    'Worker types of a provisioner',
    {
      workerTypes: { type: 'array', items: closedObject('Worker type', workerTypeProperties) },
      continuationToken,
    },
    ['continuationToken'],
  ),
)

/** The body of declareWorkerType. Every property is optional; the real Queue knows the first three. */
export interface DeclareWorkerTypeRequest {
  stability?: (typeof stabilities)[number]
  description?: string
  expires?: string
  payloadSchema?: JsonObject
}

export const declareWorkerTypeRequest = schemaFile<DeclareWorkerTypeRequest>('update-workertype-request.json', {
  title: 'Declaration of a worker type',
  description: 'What is left out stays as it is.',
  type: 'object',
  properties: {
    stability: { title: 'Stability', type: 'string', enum: [...stabilities] },
    description: { title: 'Description', description: 'Markdown', type: 'string', maxLength: 100_000 },
    expires: { ...dateTime, title: 'Expiry', description: 'It can be moved further away, never back.' },
    payloadSchema: {
      title: 'Payload schema',
      description:
        'A JSON Schema of draft-06 or draft-07 without references to other documents. From now on the Queue refuses tasks whose ' +
        'payload violates it.',
      type: 'object',
    },
  },
  additionalProperties: false,
})

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
