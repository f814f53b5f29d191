import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { listAudit } from '@/lib/registry/audit/listAudit'
import { eachQueue } from './testing/eachQueue'

const path = '/api/queue/v1/provisioners/proj/worker-types/native-1'
const days = (count: number, from: Date) => new Date(from.getTime() + count * 24 * 60 * 60 * 1000).toJSON()
const payloadSchema = { type: 'object', properties: { command: { type: 'array' } }, required: ['command'] }

eachQueue('worker types', (queue, store) => {
  const declare = (body: object, as = 'admin') => queue().call('PUT', path, { as, body })
  const get = () => queue().call('GET', path, { as: 'admin' })

  it('fills in what nobody said, and answers the same to getWorkerType and in lists', async () => {
    const { now } = queue().clock
    const declared = await declare({})
    const workerType = {
      provisionerId: 'proj',
      workerType: 'native-1',
      taskQueueId: 'proj/native-1',
      stability: 'experimental',
      description: '',
      expires: days(5, now),
      lastDateActive: now.toJSON(),
    }
    expect(declared).toMatchObject({ status: 200, body: { ...workerType, actions: [] } })
    expect((await get()).body).toEqual({ ...workerType, actions: [] })
    const types = await queue().call('GET', '/api/queue/v1/provisioners/proj/worker-types', { as: 'admin' })
    expect(types.body).toEqual({ workerTypes: [workerType] })
    const { provisionerId: _p, workerType: _w, ...taskQueue } = workerType
    expect((await queue().call('GET', '/api/queue/v1/task-queues', { as: 'admin' })).body).toEqual({
      taskQueues: [taskQueue],
    })
    const one = await queue().call('GET', '/api/queue/v1/task-queues/proj%2Fnative-1', { as: 'admin' })
    expect(one.body).toEqual(taskQueue)
  })

  it('changes what is said and keeps the rest', async () => {
    await declare({ description: 'a', stability: 'stable' })
    queue().clock.now = new Date(queue().clock.now.getTime() + 1000)
    const { body } = await declare({ description: 'b' })
    expect(body).toMatchObject({ description: 'b', stability: 'stable', lastDateActive: queue().clock.now.toJSON() })
  })

  it('moves the expiry further away, never back', async () => {
    const { now } = queue().clock
    expect((await declare({ expires: days(30, now) })).body).toMatchObject({ expires: days(30, now) })
    expect((await declare({ expires: days(20, now) })).body).toMatchObject({ expires: days(30, now) })
    expect((await declare({ expires: days(-1, now) })).body).toMatchObject({ expires: days(30, now) })
    expect((await declare({})).body).toMatchObject({ expires: days(30, now) })
    expect((await declare({ expires: days(40, now) })).body).toMatchObject({ expires: days(40, now) })
  })

  it('forgets a worker type that is expired', async () => {
    const { now } = queue().clock
    await declare({ description: 'old', expires: days(1, now) })
    queue().clock.now = new Date(days(1, now))
    expect((await get()).status).toBe(404)
    expect((await queue().call('GET', '/api/queue/v1/task-queues', { as: 'admin' })).body).toEqual({ taskQueues: [] })
    expect((await declare({})).body).toMatchObject({ description: '' })
  })

  it('says that the expiry of a new one is past, instead of failing', async () => {
    const answer = await declare({ expires: days(-1, queue().clock.now) })
    expect(answer).toMatchObject({ status: 400, body: { code: 'InputError' } })
    expect((await get()).status).toBe(404)
  })

  it('refuses a worker type that would break every list', async () => {
    const answer = await queue().call('PUT', '/api/queue/v1/provisioners/upper/worker-types/WT', {
      as: 'admin',
      body: {},
    })
    expect(answer).toMatchObject({ status: 400, body: { code: 'InputError' } })
    const types = await queue().call('GET', '/api/queue/v1/provisioners/upper/worker-types', { as: 'admin' })
    expect(types).toMatchObject({ status: 200, body: { workerTypes: [] } })
  })

  it.each<[string[], object, number]>([
    [[], {}, 200],
    [[], { description: '' }, 403],
    [['queue:declare-worker-type:proj/native-1#description'], { description: '' }, 200],
    [['queue:declare-worker-type:proj/native-1#description'], { description: '', payloadSchema }, 403],
    [['queue:declare-worker-type:proj/native-1#payloadSchema'], { payloadSchema }, 200],
    [['queue:declare-worker-type:proj/native-2#*'], { payloadSchema }, 403],
    [['queue:declare-worker-type:proj/*'], { payloadSchema, stability: 'stable', description: '' }, 200],
    [[], { description: 1 }, 400],
  ])('with %j for %j answers %i', async (scopes, body, status) => {
    await queue().addClient('some', scopes)
    expect((await declare(body, 'some')).status).toBe(status)
  })

  it('needs no credentials for nothing', async () => {
    expect((await queue().call('PUT', path, { body: {} })).status).toBe(200)
    expect((await queue().call('PUT', path, { body: { stability: 'stable' } })).status).toBe(403)
  })

  it('keeps every schema as a version, and the same schema once', async () => {
    await declare({ payloadSchema })
    await declare({ payloadSchema: { ...payloadSchema } })
    await declare({ description: 'only' })
    await declare({ payloadSchema: { type: 'object' } })
    const rows = await store().database.execute(
      sql`select version, payload_schema from task_queue_schemas order by version`,
    )
    expect(rows).toMatchObject({ rows: [{ version: 1 }, { version: 2, payload_schema: '{"type":"object"}' }] })
    const audit = await listAudit(store(), { entity: 'task-queue:proj/native-1' })
    // the same declaration again is no change
    expect(audit.map((row) => row.detail.schemaVersion)).toEqual([2, 1, 1])
    expect(audit[0]).toMatchObject({
      ...{ who: 'admin', action: 'task-queue.declared' },
      detail: { before: { schemaVersion: 1 }, after: { schemaVersion: 2 } },
    })
  })

  it('gives versions numbers of their own when many declare at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) => declare({ payloadSchema: { ...payloadSchema, title: `${i}` } })),
    )
    expect(answers.map((answer) => answer.status)).toEqual(Array(10).fill(200))
    const rows = await store().database.execute(sql`select count(*)::int, max(version) from task_queue_schemas`)
    expect(rows).toMatchObject({ rows: [{ count: 10, max: 10 }] })
  })

  it.each<[string, object, RegExp]>([
    ['a remote reference', { $ref: 'http://127.0.0.1:9/x.json' }, /data\/payloadSchema at \$ref: /],
    ['a pattern that RE2 cannot run', { pattern: '(?=a)' }, /data\/payloadSchema at pattern: /],
    ['another draft', { $schema: 'https://json-schema.org/draft/2020-12/schema' }, /draft-06 or draft-07/],
    ['more than 512 KB', { description: 'x'.repeat(600_000) }, /larger than 512 KB/],
    ['more than 64 levels', JSON.parse(`${'{"not":'.repeat(70)}{}${'}'.repeat(70)}`), /deeper than 64/],
  ])('refuses a schema with %s', async (_, bad, reason) => {
    const { status, body } = await declare({ payloadSchema: bad })
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'InputValidationError' })
    expect(body.message).toMatch(reason)
    expect((await get()).status).toBe(404)
  })

  it('refuses a description that cannot be kept', async () => {
    expect(await declare({ description: 'a\0' })).toMatchObject({ status: 400, body: { code: 'InputError' } })
  })

  it('lists by pages', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      await queue().call('PUT', `/api/queue/v1/provisioners/proj/worker-types/${name}`, { as: 'admin', body: {} })
    }
    await queue().call('PUT', '/api/queue/v1/provisioners/proj-2/worker-types/x', { as: 'admin', body: {} })
    const names: unknown[] = []
    let token: unknown = ''
    for (let page = 0; page < 3; page++) {
      const query = `limit=2&continuationToken=${token}`
      const { body } = await queue().call('GET', `/api/queue/v1/provisioners/proj/worker-types?${query}`, {
        as: 'admin',
      })
      names.push(...(Array.isArray(body.workerTypes) ? body.workerTypes : []))
      token = body.continuationToken
    }
    expect(names).toMatchObject([...'abcde'].map((workerType) => ({ workerType })))
    expect(token).toBeUndefined()
    const list = (query: string) => queue().call('GET', `/api/queue/v1/task-queues?${query}`, { as: 'admin' })
    expect((await list('limit=0')).body).toEqual({ taskQueues: [] })
    expect(await list('limit=x')).toMatchObject({ status: 400, body: { code: 'InvalidRequestArguments' } })
    expect(await list('more=1')).toMatchObject({ status: 400, body: { code: 'InvalidRequestArguments' } })
    expect(await list('continuationToken=%21')).toMatchObject({ status: 400, body: { code: 'InputError' } })
    expect(await list('continuationToken=abc')).toMatchObject({ status: 400, body: { code: 'InputError' } })
  })
})
