import type { JsonObject } from '@/lib/base/json'
import { schemaFile } from '@/lib/queue/api/schemaFile'
import { dateTime, stabilities } from './common'

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
