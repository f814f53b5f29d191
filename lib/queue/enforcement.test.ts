import { createClient } from 'taskcluster-client'
import { expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { eachQueue } from './testing/eachQueue'
import { exampleDefinition } from './testing/exampleDefinition'
import { startQueue } from './testing/startQueue'

const taskId = 'fN1SbArXTPSVFNUvaOlinQ'
const otherId = 'A6qE1e4cQpSnBo7n6Ovyag'
const thirdId = 'B-_E1e4cQpSnBo7n6Ovyag'
const at = (now: Date, minutes: number) => new Date(now.getTime() + minutes * 60_000).toJSON()
const payloadSchema = {
  type: 'object',
  properties: {
    command: { type: 'array', items: { type: 'string' } },
    caches: { type: 'array', items: { type: 'object', properties: { name: { type: 'string', pattern: '^[a-z]+$' } } } },
    maxRunTime: { type: 'integer', maximum: 3600 },
  },
  required: ['command'],
  additionalProperties: false,
}

eachQueue('enforcement', (queue, store) => {
  const create = (body: JsonObject, { as = 'admin', id = taskId }: { as?: string; id?: string } = {}) =>
    queue().call('PUT', `/api/queue/v1/task/${id}`, { as, body })
  const declare = (body: JsonObject) =>
    queue().call('PUT', '/api/queue/v1/provisioners/proj/worker-types/native-1', { as: 'admin', body })

  it('refuses what the registered schema refuses, in one message with all places', async () => {
    const { now } = queue().clock
    await declare({ payloadSchema })
    const payload = { caches: [{ name: 'A1' }], maxRunTime: 86_400, comand: [] }
    const { status, body } = await create(exampleDefinition(now, { payload }))
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'InputValidationError' })
    const lines = String(body.message).split('\n')
    const page = `${queue().url}/worker-types/proj/native-1`
    expect(lines.slice(0, 4)).toEqual(['', 'Schema Validation Failed!', `Rejecting Schema: ${page}`, 'Errors:'])
    for (const place of [
      'data/payload ',
      'data/payload/caches/0/name ',
      'data/payload/comand ',
      'data/payload/maxRunTime ',
    ]) {
      expect(lines.filter((line) => line.startsWith(`  * ${place}`))).not.toEqual([])
    }
    expect(body.requestInfo).toMatchObject({
      method: 'createTask',
      params: { taskId },
      payload: { payload, taskGroupId: taskId },
    })
    expect((await queue().call('GET', `/api/queue/v1/task/${taskId}`, { as: 'admin' })).status).toBe(404)
    expect((await create(exampleDefinition(now, { payload: { command: ['x'] } }))).status).toBe(200)
    expect((await create(exampleDefinition(now, { taskQueueId: 'proj/other', payload }), { id: otherId })).status).toBe(
      200,
    )
  })

  it('checks the definition before the payload', async () => {
    const { now } = queue().clock
    await declare({ payloadSchema })
    const late = await create(exampleDefinition(now, { payload: {}, created: at(now, -99) }))
    expect(late).toMatchObject({ body: { code: 'InputError' } })
    await queue().addClient('some', [])
    expect((await create(exampleDefinition(now, { payload: {} }), { as: 'some' })).status).toBe(403)
  })

  it('still knows a task that an earlier schema let in', async () => {
    const { now } = queue().clock
    const first = await create(exampleDefinition(now))
    await declare({ payloadSchema: { type: 'object', maxProperties: 0 } })
    expect((await create(exampleDefinition(now))).body).toEqual(first.body)
    expect(await create(exampleDefinition(now, { payload: { a: 1 } }))).toMatchObject({ status: 409 })
    expect(await create(exampleDefinition(now), { id: otherId })).toMatchObject({ status: 400 })
  })

  it('is bound at once by what another process declares', async () => {
    const { now } = queue().clock
    const other = await startQueue({ ...store() })
    const path = '/api/queue/v1/provisioners/proj/worker-types/native-1'
    const declareThere = (body: JsonObject) => other.call('PUT', path, { as: 'admin', body })
    expect((await create(exampleDefinition(now, { payload: {} }))).status).toBe(200)
    await declareThere({ payloadSchema })
    expect((await create(exampleDefinition(now, { payload: {} }), { id: otherId })).status).toBe(400)
    await declareThere({ payloadSchema: {} })
    expect((await create(exampleDefinition(now, { payload: {} }), { id: otherId })).status).toBe(200)
    await declareThere({ payloadSchema })
    const dependent = exampleDefinition(now, { payload: {}, dependencies: [taskId] })
    expect((await create(dependent, { id: thirdId })).status).toBe(400)
    await other.stop()
  })

  it('is bound by a schema as long as the worker type lasts', async () => {
    const { now } = queue().clock
    await declare({ payloadSchema, expires: at(now, 10) })
    expect((await create(exampleDefinition(now, { payload: {} }))).status).toBe(400)
    queue().clock.now = new Date(at(now, 10))
    const later = queue().clock.now
    expect((await create(exampleDefinition(later, { payload: {} }))).status).toBe(200)
  })

  it('is what a client generated from the published reference expects', async () => {
    const { now } = queue().clock
    const reference = await queue().call('GET', '/references/queue/v1/api.json')
    const Queue = createClient(reference.body)
    const credentials = { clientId: 'admin', accessToken: 'token-of-admin-xxxxxxxxxxxxxxxx' }
    const client = new Queue({ rootUrl: queue().url, credentials })
    await client.declareWorkerType?.('proj', 'native-1', { payloadSchema })
    await expect(client.createTask?.(taskId, exampleDefinition(now, { payload: {} }))).rejects.toMatchObject({
      statusCode: 400,
      code: 'InputValidationError',
      message: expect.stringContaining('data/payload '),
    })
    const created = await client.createTask?.(taskId, exampleDefinition(now))
    expect(await client.status?.(taskId)).toEqual(created)
    expect(await client.getTaskQueue?.('proj/native-1')).toMatchObject({ taskQueueId: 'proj/native-1' })
    const limited = new Queue({ rootUrl: queue().url, credentials, authorizedScopes: [] })
    await expect(limited.task?.(taskId)).rejects.toMatchObject({ statusCode: 403, code: 'InsufficientScopes' })
  })
})
