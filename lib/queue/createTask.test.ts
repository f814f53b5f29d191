import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isJsonObject, type JsonObject } from '@/lib/base/json'
import { eachQueue } from './testing/eachQueue'
import { exampleDefinition } from './testing/exampleDefinition'

const ids = ['fN1SbArXTPSVFNUvaOlinQ', 'A6qE1e4cQpSnBo7n6Ovyag', 'B-_E1e4cQpSnBo7n6Ovyag'] as const
const [taskId, otherId, thirdId] = ids
const at = (now: Date, minutes: number) => new Date(now.getTime() + minutes * 60_000).toJSON()
const days = 24 * 60

const enough = ['queue:create-task:project:none', 'queue:scheduler-id:-', 'queue:create-task:lowest:proj/native-1']
eachQueue('createTask', (queue) => {
  const create = (body: JsonObject, { as = 'admin', id = taskId }: { as?: string; id?: string } = {}) =>
    queue().call('PUT', `/api/queue/v1/task/${id}`, { as, body })

  it('fills in the defaults, schedules, and answers the same to task and status', async () => {
    const { now } = queue().clock
    const status = {
      taskId,
      provisionerId: 'proj',
      workerType: 'native-1',
      taskQueueId: 'proj/native-1',
      schedulerId: '-',
      projectId: 'none',
      taskGroupId: taskId,
      priority: 'lowest',
      deadline: at(now, 60),
      expires: at(now, 60 + 365 * days),
      retriesLeft: 5,
      state: 'pending',
      runs: [{ runId: 0, state: 'pending', reasonCreated: 'scheduled', scheduled: now.toJSON() }],
    }
    expect(await create(exampleDefinition(now))).toMatchObject({ status: 200, body: { status } })
    expect((await queue().call('GET', `/api/queue/v1/task/${taskId}/status`, { as: 'admin' })).body).toEqual({ status })
    const task = await queue().call('GET', `/api/queue/v1/task/${taskId}`, { as: 'admin' })
    const { taskId: _t, retriesLeft: _r, state: _s, runs: _u, ...repeated } = status
    expect(task.body).toEqual({
      ...exampleDefinition(now),
      ...repeated,
      dependencies: [],
      requires: 'all-completed',
      routes: [],
      retries: 5,
      scopes: [],
      tags: {},
      extra: {},
    })
  })

  it('keeps every payload as it was sent', async () => {
    const { now } = queue().clock
    const payload = JSON.parse(
      '{"z":1,"a":{"__proto__":1,"":null},"t":"\\u0000 \\ud800 𝄞","n":[1e400,-0,1.5],"b":12345678901234567890}',
    )
    expect((await create(exampleDefinition(now, { payload }))).status).toBe(200)
    const task = await queue().call('GET', `/api/queue/v1/task/${taskId}`, { as: 'admin' })
    expect(JSON.stringify(task.body.payload)).toBe(JSON.stringify(payload))
  })

  it.each<[string, JsonObject, string[]]>([
    ['nothing special', {}, enough],
    ['a higher priority', {}, [...enough.slice(0, 2), 'queue:create-task:highest:proj/native-1']],
    ['everything of the queue', { priority: 'highest' }, ['queue:scheduler-id:-', 'queue:create-task:*']],
    ['scopes and routes', { scopes: ['a:b'], routes: ['x.y'] }, [...enough, 'a:*', 'queue:route:x.y']],
    ['a project', { projectId: 'p' }, [...enough.slice(1), 'queue:create-task:project:p']],
    ['a scheduler', { schedulerId: 's' }, ['queue:scheduler-id:s', ...enough]],
    ['both forms of the queue', { provisionerId: 'proj', workerType: 'native-1' }, enough],
  ])('accepts %s from a client that just may', async (_, change, scopes) => {
    await queue().addClient('some', scopes)
    const { now } = queue().clock
    expect(await create(exampleDefinition(now, change), { as: 'some' })).toMatchObject({ status: 200 })
    for (const scope of scopes.filter((held) => held !== 'queue:scheduler-id:-' || change.schedulerId === undefined)) {
      const client = `without-${scopes.indexOf(scope)}`
      await queue().addClient(
        client,
        scopes.filter((held) => held !== scope),
      )
      const refused = await create(exampleDefinition(now, change), { as: client, id: otherId })
      expect(refused).toMatchObject({ status: 403, body: { code: 'InsufficientScopes' } })
    }
  })

  it.each<[string, string, (now: Date) => Record<string, unknown>, RegExp]>([
    ['no queue', 'InputError', () => ({ taskQueueId: undefined }), /taskQueueId/],
    ['half a queue', 'InputError', () => ({ taskQueueId: undefined, provisionerId: 'proj' }), /both/],
    ['two queues', 'InputError', () => ({ workerType: 'native-2' }), /does not agree/],
    [
      'an upper-case worker type',
      'InputValidationError',
      () => ({ taskQueueId: 'proj/W' }),
      /data\/taskQueueId must match/,
    ],
    ['a property too many', 'InputValidationError', () => ({ other: 1 }), /additional properties \("other"\)/],
    ['no payload', 'InputValidationError', () => ({ payload: undefined }), /data\/payload must be object/],
    ['a list as payload', 'InputValidationError', () => ({ payload: [] }), /data\/payload must be object/],
    [
      'a bad source',
      'InputValidationError',
      () => ({ metadata: { name: '', description: '', owner: '', source: 'x' } }),
      /source/,
    ],
    ['51 retries', 'InputValidationError', () => ({ retries: 50 }), /must be <= 49/],
    ['created too early', 'InputError', (now) => ({ created: at(now, -16) }), /`created`/],
    ['created too late', 'InputError', (now) => ({ created: at(now, 16), deadline: at(now, 20) }), /`created`/],
    [
      'a deadline before its creation',
      'InputError',
      (now) => ({ created: at(now, 10), deadline: at(now, 9) }),
      /earlier than `created`/,
    ],
    [
      'a deadline in the past',
      'InputError',
      (now) => ({ created: at(now, -10), deadline: at(now, -1) }),
      /in the past/,
    ],
    ['a deadline too far away', 'InputError', (now) => ({ deadline: at(now, 5 * days + 16) }), /5 days/],
    ['an expiry before the deadline', 'InputError', (now) => ({ expires: at(now, 59) }), /`expires`/],
    ['a leap second', 'InputError', () => ({ deadline: '2026-12-31T23:59:60Z' }), /not a point in time/],
    ['an open scope', 'InputError', () => ({ scopes: ['a**'] }), /\*\*/],
    ['a dependency that is none', 'InputError', () => ({ dependencies: [otherId] }), new RegExp(otherId)],
  ])('answers 400 to %s', async (_, code, change, words) => {
    const { now } = queue().clock
    const { status, body } = await create(exampleDefinition(now, change(now)))
    expect({ status, code: body.code }).toEqual({ status: 400, code })
    expect(body.message).toMatch(words)
    const gone = await queue().call('GET', `/api/queue/v1/task/${taskId}`, { as: 'admin' })
    expect(gone).toMatchObject({ status: 404, body: { code: 'ResourceNotFound' } })
  })

  it('has 400 before 401 and 403', async () => {
    const { now } = queue().clock
    await queue().addClient('some', [])
    const path = `/api/queue/v1/task/${taskId}`
    expect((await create(exampleDefinition(now, { retries: -1 }), { as: 'some' })).status).toBe(400)
    expect((await queue().call('PUT', path, { body: exampleDefinition(now, { retries: -1 }) })).status).toBe(400)
    const forged = { authorization: 'Hawk x' }
    expect(
      (await queue().call('PUT', path, { body: exampleDefinition(now, { retries: -1 }), headers: forged })).status,
    ).toBe(400)
    expect((await queue().call('PUT', path, { body: exampleDefinition(now), headers: forged })).status).toBe(401)
    expect((await queue().call('PUT', path, { body: exampleDefinition(now) })).status).toBe(403)
    expect((await create(exampleDefinition(now, { created: at(now, -99) }), { as: 'some' })).status).toBe(403)
  })

  it('takes the same request for the same task, and another for a conflict', async () => {
    const { now } = queue().clock
    const first = await create(exampleDefinition(now))
    queue().clock.now = new Date(now.getTime() + 60_000)
    expect((await create(exampleDefinition(now))).body).toEqual(first.body)
    const zoned = { created: at(now, 0).replace('Z', '+00:00'), expires: at(now, 60 + 365 * days) }
    expect((await create(exampleDefinition(now, zoned))).body).toEqual(first.body)
    const conflict = { status: 409, body: { code: 'RequestConflict' } }
    expect(await create(exampleDefinition(now, { payload: { command: [] } }))).toMatchObject(conflict)
    expect(await create(exampleDefinition(now, { deadline: at(now, 61) }))).toMatchObject(conflict)
    const many = await Promise.all(Array.from({ length: 8 }, () => create(exampleDefinition(now), { id: otherId })))
    expect(new Set(many.map((answer) => answer.status))).toEqual(new Set([200]))
  })

  it('waits for dependencies, which must live as long', async () => {
    const { now } = queue().clock
    await create(exampleDefinition(now))
    const dependent = await create(exampleDefinition(now, { dependencies: [taskId] }), { id: otherId })
    expect(dependent.body).toMatchObject({ status: { state: 'unscheduled', runs: [] } })
    const own = await create(exampleDefinition(now, { dependencies: [thirdId] }), { id: thirdId })
    expect(own).toMatchObject({ status: 200, body: { status: { state: 'unscheduled' } } })
  })

  it('refuses a dependency that expires before the deadline, and keeps nothing', async () => {
    const { now } = queue().clock
    await create(exampleDefinition(now, { expires: at(now, 60) }))
    const early = await create(exampleDefinition(now, { deadline: at(now, 61), dependencies: [taskId] }), {
      id: otherId,
    })
    expect(early).toMatchObject({ status: 400, body: { code: 'InputError' } })
    expect((await queue().call('GET', `/api/queue/v1/task/${otherId}`, { as: 'admin' })).status).toBe(404)
  })

  it('keeps one scheduler in a task group', async () => {
    const { now } = queue().clock
    await create(exampleDefinition(now, { taskGroupId: thirdId, schedulerId: 'one' }))
    const same = exampleDefinition(now, { taskGroupId: thirdId, schedulerId: 'one' })
    expect((await create(same, { id: otherId })).status).toBe(200)
    const other = await create(exampleDefinition(now, { taskGroupId: thirdId, schedulerId: 'two' }), { id: thirdId })
    expect(other).toMatchObject({ status: 409, body: { code: 'RequestConflict' } })
  })

  it('never fails, whatever the body', async () => {
    const { now } = queue().clock
    await queue().call('PUT', '/api/queue/v1/provisioners/proj/worker-types/native-1', {
      as: 'admin',
      body: { payloadSchema: { type: 'object', required: ['command'] } },
    })
    const names = Object.keys(exampleDefinition(now)).concat(
      'scopes',
      'routes',
      'dependencies',
      'expires',
      '__proto__',
      'constructor',
    )
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.jsonValue(), async (name, value) => {
        const body = { ...exampleDefinition(now), ...JSON.parse(JSON.stringify({ [name]: value })) }
        const answer = await create(body)
        expect([200, 400, 409]).toContain(answer.status)
        if (answer.status !== 200) expect(Object.keys(answer.body)).toEqual(['code', 'message', 'requestInfo'])
        expect(isJsonObject(answer.body)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
