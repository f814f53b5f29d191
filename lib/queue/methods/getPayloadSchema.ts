import { ApiError } from '@/lib/queue/api/apiError'
import { defineMethod } from '@/lib/queue/api/defineMethod'
import { payloadSchemaResponse } from '@/lib/queue/schemas/payloadSchemaResponse'
import { readSchemaInForce } from '@/lib/queue/taskQueues/readSchemaInForce'

/** Beside the real Queue's methods: getWorkerType answers what it answers everywhere, so that no client meets a property it does not know. */
export const getPayloadSchema = defineMethod({
  name: 'getPayloadSchema',
  method: 'get',
  route: '/provisioners/<provisionerId>/worker-types/<workerType>/payload-schema',
  scopes: 'queue:get-worker-type:<provisionerId>/<workerType>',
  output: payloadSchemaResponse,
  stability: 'experimental',
  category: 'Worker Metadata',
  title: 'Get the payload schema of a worker type',
  description: 'The payload schema that createTask holds tasks of this worker type against, and who declared it.',
  async handle({ params: { provisionerId = '', workerType = '' }, store, now }) {
    const found = await readSchemaInForce(store, `${provisionerId}/${workerType}`, now)
    if (found !== undefined) {
      const { taskQueueId, version, schemaSha256, payloadSchema, declaredBy, declaredAt, expires } = found
      const dates = { declaredAt: declaredAt.toJSON(), expires: expires.toJSON() }
      return { taskQueueId, version, payloadSchemaSha256: schemaSha256, payloadSchema, declaredBy, ...dates }
    }
    const which = `Worker-type \`${workerType}\` with Provisioner \`${provisionerId}\``
    throw new ApiError('ResourceNotFound', `${which} has no payload schema in force.`)
  },
})
