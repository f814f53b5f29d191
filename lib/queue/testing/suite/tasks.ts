import { expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { definition, minutesFromNow, newProvisioner, type SuiteContext, slugId } from './suiteContext'

const days = 24 * 60
const bothAt = (time: string) => ({ expires: time, deadline: time })

/** createTask, task, status, cancelTask, and what waits in a task queue. */
export function tasksSuite(context: () => SuiteContext): void {
  const enough = (taskQueueId: string) => [
    'queue:create-task:project:none',
    'queue:scheduler-id:-',
    `queue:create-task:lowest:${taskQueueId}`,
  ]

  it('fills in the defaults, is pending at once, and answers the same to task and status', async () => {
    const { queue } = context()
    const taskId = slugId()
    const provisionerId = newProvisioner()
    const body = definition(`${provisionerId}/a`)
    const created = await queue(enough(`${provisionerId}/a`))('createTask', taskId, body)
    const deadline = String(body.deadline)
    const expires = new Date(deadline)
    expires.setUTCFullYear(expires.getUTCFullYear() + 1)
    const repeated = {
      provisionerId,
      workerType: 'a',
      taskQueueId: `${provisionerId}/a`,
      schedulerId: '-',
      projectId: 'none',
      taskGroupId: taskId,
      priority: 'lowest',
      deadline,
      expires: expires.toJSON(),
    }
    const run = { runId: 0, state: 'pending', reasonCreated: 'scheduled', scheduled: expect.any(String) }
    expect(created).toEqual({ status: { taskId, ...repeated, retriesLeft: 5, state: 'pending', runs: [run] } })
    expect(await queue()('status', taskId)).toEqual(created)
    const defaults = {
      dependencies: [],
      requires: 'all-completed',
      routes: [],
      retries: 5,
      scopes: [],
      tags: {},
      extra: {},
    }
    expect(await queue()('task', taskId)).toEqual({ ...body, ...repeated, ...defaults })
  })

  it.each<[string, (id: { provisionerId: string; workerType: string }) => Record<string, unknown>]>([
    ['the two parts of the task queue', (parts) => ({ taskQueueId: undefined, ...parts })],
    ['all three names of the task queue', (parts) => parts],
    ['a time without a zone', () => ({ deadline: minutesFromNow(60).replace(/\.\d+Z$/, '') })],
    ['an expiry that is the deadline', () => bothAt(minutesFromNow(60))],
    ['a deadline in 5 days', () => ({ deadline: minutesFromNow(5 * days) })],
    ['a clock that is 14 minutes late', () => ({ created: minutesFromNow(-14) })],
    [
      'an owner that is no address, and a source of git',
      () => ({ metadata: { name: '', description: '', owner: 'me', source: 'git@x:y' } }),
    ],
  ])('takes %s', async (_, change) => {
    const provisionerId = newProvisioner()
    const body = definition(`${provisionerId}/a`, change({ provisionerId, workerType: 'a' }))
    expect(await context().queue()('createTask', slugId(), body)).toMatchObject({ status: { state: 'pending' } })
  })

  it.each<[string, string, () => Record<string, unknown>]>([
    ['no task queue', 'InputError', () => ({ taskQueueId: undefined })],
    ['half a task queue', 'InputError', () => ({ taskQueueId: undefined, provisionerId: 'p' })],
    ['two task queues', 'InputError', () => ({ provisionerId: 'p', workerType: 'b' })],
    ['an upper-case worker type', 'InputValidationError', () => ({ taskQueueId: 'p/A' })],
    ['a property too many', 'InputValidationError', () => ({ more: 1 })],
    ['no payload', 'InputValidationError', () => ({ payload: undefined })],
    ['a payload that is a list', 'InputValidationError', () => ({ payload: [] })],
    ['no metadata', 'InputValidationError', () => ({ metadata: undefined })],
    [
      'a source that is none',
      'InputValidationError',
      () => ({ metadata: { name: '', description: '', owner: '', source: 'x' } }),
    ],
    ['50 retries', 'InputValidationError', () => ({ retries: 50 })],
    ['an unknown priority', 'InputValidationError', () => ({ priority: 'normal' })],
    ['65 routes', 'InputValidationError', () => ({ routes: Array.from({ length: 65 }, (_, i) => `r.${i}`) })],
    ['a route twice', 'InputValidationError', () => ({ routes: ['a', 'a'] })],
    ['a long scheduler', 'InputValidationError', () => ({ schedulerId: 's'.repeat(39) })],
    ['a dependency that is no id', 'InputValidationError', () => ({ dependencies: ['x'] })],
    ['a tag that is a number', 'InputValidationError', () => ({ tags: { a: 1 } })],
    ['a creation long ago', 'InputError', () => ({ created: minutesFromNow(-16) })],
    ['a creation to come', 'InputError', () => ({ created: minutesFromNow(16) })],
    [
      'a deadline before the creation',
      'InputError',
      () => ({ created: minutesFromNow(10), deadline: minutesFromNow(9) }),
    ],
    ['a deadline in the past', 'InputError', () => ({ created: minutesFromNow(-10), deadline: minutesFromNow(-1) })],
    ['a deadline far away', 'InputError', () => ({ deadline: minutesFromNow(5 * days + 16) })],
    ['an expiry before the deadline', 'InputError', () => ({ expires: minutesFromNow(59) })],
    ['a leap second', 'InputError', () => ({ deadline: '2016-12-31T23:59:60Z' })],
    ['a scope that ends in two stars', 'InputError', () => ({ scopes: ['a**'] })],
    ['a dependency that does not exist', 'InputError', () => ({ dependencies: [slugId()] })],
  ])('refuses %s with 400 %s, and keeps nothing', async (_, code, change) => {
    const { queue, refusal } = context()
    const taskId = slugId()
    const refused = await refusal(queue()('createTask', taskId, definition('p/a', change())))
    expect(refused).toMatchObject({ statusCode: 400, code })
    expect(await refusal(queue()('task', taskId))).toMatchObject({ statusCode: 404, code: 'ResourceNotFound' })
    expect(await refusal(queue()('status', taskId))).toMatchObject({ statusCode: 404, code: 'ResourceNotFound' })
  })

  it.each<[string, Record<string, unknown>, string[]]>([
    [
      'a higher priority',
      {},
      ['queue:scheduler-id:-', 'queue:create-task:project:none', 'queue:create-task:highest:p/a'],
    ],
    ['all priorities', { priority: 'high' }, ['queue:scheduler-id:-', 'queue:create-task:*']],
    [
      'a project',
      { projectId: 'x/y' },
      ['queue:scheduler-id:-', 'queue:create-task:project:x/*', 'queue:create-task:lowest:p/a'],
    ],
    ['scopes and routes', { scopes: ['a:b'], routes: ['x.y'] }, [...enough('p/a'), 'a:*', 'queue:route:x.*']],
    [
      'a scheduler',
      { schedulerId: 's' },
      [...enough('p/a').filter((one) => !one.includes('scheduler')), 'queue:scheduler-id:s'],
    ],
  ])('takes just what %s needs', async (_, change, scopes) => {
    const { queue, refusal } = context()
    const body = definition('p/a', change)
    for (const missing of scopes) {
      const held = scopes.filter((one) => one !== missing)
      const refused = await refusal(queue(held)('createTask', slugId(), body))
      expect(refused).toMatchObject({ statusCode: 403, code: 'InsufficientScopes' })
    }
    expect(await queue([...scopes])('createTask', slugId(), body)).toHaveProperty('status')
  })

  it('has no priority below the one that the scopes are for', async () => {
    const { queue, refusal } = context()
    const body = definition('p/a', { priority: 'low' })
    expect(await refusal(queue(enough('p/a'))('createTask', slugId(), body))).toMatchObject({ statusCode: 403 })
  })

  it('takes a repetition for the same task, and another definition for a conflict', async () => {
    const { queue, refusal } = context()
    const taskId = slugId()
    const body = definition('p/a')
    const first = await queue()('createTask', taskId, body)
    expect(await queue()('createTask', taskId, body)).toEqual(first)
    const written = { ...body, created: String(body.created).replace('Z', '+00:00'), retries: 5, routes: [] }
    expect(await queue()('createTask', taskId, written)).toEqual(first)
    for (const change of [{ payload: {} }, { deadline: minutesFromNow(61) }, { tags: { a: 'b' } }]) {
      const refused = await refusal(queue()('createTask', taskId, { ...body, ...change }))
      expect(refused).toMatchObject({ statusCode: 409, code: 'RequestConflict' })
      const filledIn = { taskQueueId: 'p/a', taskGroupId: taskId, retries: 5, expires: expect.any(String), ...change }
      expect(refused.body.requestInfo).toMatchObject({ method: 'createTask', params: { taskId }, payload: filledIn })
    }
    const other = slugId()
    const many = await Promise.all(Array.from({ length: 8 }, () => queue()('createTask', other, body)))
    expect(new Set(many.map((answer) => JSON.stringify(answer))).size).toBe(1)
  })

  it('cancels, once', async () => {
    const { queue, refusal } = context()
    const taskId = slugId()
    const groupId = slugId()
    await queue()('createTask', taskId, definition('p/a', { schedulerId: 's', projectId: 'x', taskGroupId: groupId }))
    expect(await refusal(queue(['queue:cancel-task:s'])('cancelTask', taskId))).toMatchObject({ statusCode: 403 })
    expect(await refusal(queue([])('cancelTask', slugId()))).toMatchObject({
      statusCode: 404,
      code: 'ResourceNotFound',
    })
    const canceled = await queue([`queue:cancel-task:s/${groupId}/${taskId}`])('cancelTask', taskId)
    const run = { runId: 0, state: 'exception', reasonCreated: 'scheduled', reasonResolved: 'canceled' }
    const times = { scheduled: expect.any(String), resolved: expect.any(String) }
    expect(canceled).toMatchObject({ status: { taskId, state: 'exception' } })
    expect(Object(canceled.status).runs).toEqual([{ ...run, ...times }])
    expect(await queue(['queue:cancel-task-in-project:x'])('cancelTask', taskId)).toEqual(canceled)
    const legacy = ['queue:cancel-task', `assume:scheduler-id:s/${groupId}`]
    expect(await queue(legacy)('cancelTask', taskId)).toEqual(canceled)
    expect(await queue()('status', taskId)).toEqual(canceled)
  })

  it('waits for its dependencies', async () => {
    const { queue, refusal } = context()
    const create = (body: JsonObject) => {
      const taskId = slugId()
      return queue()('createTask', taskId, body).then(() => taskId)
    }
    const state = async (taskId: string) => Object((await queue()('status', taskId)).status).state
    const first = await create(definition('p/a'))
    const second = await create(definition('p/a'))
    const dependencies = [first, second]
    const completed = await create(definition('p/a', { dependencies }))
    const resolved = await create(definition('p/a', { dependencies, requires: 'all-resolved' }))
    expect(await queue()('status', resolved)).toMatchObject({ status: { state: 'unscheduled', runs: [] } })
    await queue()('cancelTask', first)
    expect([await state(completed), await state(resolved)]).toEqual(['unscheduled', 'unscheduled'])
    await queue()('cancelTask', second)
    await expect.poll(() => state(resolved)).toBe('pending')
    expect(await state(completed)).toBe('unscheduled')
    const late = await create(definition('p/a', { dependencies, requires: 'all-resolved' }))
    expect(await state(late)).toBe('pending')
    const canceled = Object((await queue()('cancelTask', completed)).status)
    expect(canceled).toMatchObject({
      state: 'exception',
      runs: [{ reasonCreated: 'exception', reasonResolved: 'canceled' }],
    })
    const own = slugId()
    const onItself = await queue()('createTask', own, definition('p/a', { dependencies: [own] }))
    expect(onItself).toMatchObject({ status: { state: 'unscheduled' } })
    const short = await create(definition('p/a', { expires: minutesFromNow(60), deadline: minutesFromNow(59) }))
    const outlives = definition('p/a', { dependencies: [short], deadline: minutesFromNow(61) })
    const refused = await refusal(queue()('createTask', slugId(), outlives))
    expect(refused).toMatchObject({ statusCode: 400, code: 'InputError' })
    expect(refused.message).toContain(short)
  })

  it('counts and lists what is pending', async () => {
    const { queue } = context()
    const provisionerId = newProvisioner()
    const taskQueueId = `${provisionerId}/a`
    const ids = [slugId(), slugId(), slugId()]
    for (const id of ids) await queue()('createTask', id, definition(taskQueueId))
    await queue()('createTask', slugId(), definition(taskQueueId, { dependencies: ids }))
    const queued = { provisionerId, workerType: 'a', taskQueueId }
    expect(await queue()('pendingTasks', taskQueueId)).toEqual({ ...queued, pendingTasks: 3 })
    const counts = [`queue:pending-count:${taskQueueId}`, `queue:claimed-count:${taskQueueId}`]
    expect(await queue(counts)('taskQueueCounts', taskQueueId)).toEqual({ ...queued, pendingTasks: 3, claimedTasks: 0 })
    const page = await queue()('listPendingTasks', taskQueueId, { limit: '2' })
    const rest = await queue()('listPendingTasks', taskQueueId, { continuationToken: page.continuationToken })
    const all = [page.tasks, rest.tasks].flat().map((one) => Object(one))
    expect(all.map((one) => one.taskId).sort()).toEqual([...ids].sort())
    expect(all[0]).toEqual({
      taskId: all[0].taskId,
      runId: 0,
      inserted: expect.any(String),
      task: await queue()('task', all[0].taskId),
    })
    expect(rest.continuationToken).toBeUndefined()
    expect(await queue()('listClaimedTasks', taskQueueId)).toEqual({ tasks: [] })
    await queue()('cancelTask', ids[0])
    expect(await queue()('pendingTasks', taskQueueId)).toMatchObject({ pendingTasks: 2 })
    expect(await queue()('getWorkerType', provisionerId, 'a').catch((error: unknown) => Object(error).statusCode)).toBe(
      404,
    )
  })
}
