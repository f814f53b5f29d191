import { expect, it } from 'vitest'
import { schemaSha256 } from './taskQueues/taskQueue'
import { eachQueue } from './testing/eachQueue'

const path = '/api/queue/v1/provisioners/proj/worker-types/native-1'
const payloadSchema = { type: 'object', properties: { command: { type: 'array' } }, required: ['command'] }

eachQueue('the schema that the Queue holds', (queue) => {
  const get = (as = 'admin') => queue().call('GET', `${path}/payload-schema`, { as })

  it('is answered with who declared it, and until when it is in force', async () => {
    const { now } = queue().clock
    const expires = new Date(now.getTime() + 60_000)
    await queue().call('PUT', path, { as: 'admin', body: { payloadSchema, expires: expires.toJSON() } })
    expect(await get()).toMatchObject({
      status: 200,
      body: {
        taskQueueId: 'proj/native-1',
        version: 1,
        payloadSchema,
        payloadSchemaSha256: schemaSha256(payloadSchema),
        declaredBy: 'admin',
        declaredAt: now.toJSON(),
        expires: expires.toJSON(),
      },
    })
    queue().clock.now = expires
    expect((await get()).status).toBe(404)
  })

  it('is not found where there is none, and not shown to everybody', async () => {
    expect(await get()).toMatchObject({ status: 404, body: { code: 'ResourceNotFound' } })
    await queue().call('PUT', path, { as: 'admin', body: { description: 'without a schema' } })
    expect((await get()).status).toBe(404)
    await queue().addClient('some', ['queue:get-worker-type:proj/other'])
    expect(await get('some')).toMatchObject({ status: 403, body: { code: 'InsufficientScopes' } })
  })
})
