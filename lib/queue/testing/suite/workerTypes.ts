import { expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { minutesFromNow, newProvisioner, type SuiteContext } from './suiteContext'

const days = 24 * 60

/** declareWorkerType and what reads it: worker types, task queues, provisioners. */
export function workerTypesSuite(context: () => SuiteContext): void {
  const near = (text: unknown, minutes: number) =>
    expect(Math.abs(Date.parse(String(text)) - Date.parse(minutesFromNow(minutes)))).toBeLessThan(60_000)

  it('fills in what nobody said, and answers the same to all who ask', async () => {
    const { queue } = context()
    const provisionerId = newProvisioner()
    const declared = await queue('nobody')('declareWorkerType', provisionerId, 'a', {})
    const taskQueueId = `${provisionerId}/a`
    const { actions, ...workerType } = declared
    expect(declared).toEqual({
      provisionerId,
      workerType: 'a',
      taskQueueId,
      stability: 'experimental',
      description: '',
      expires: expect.any(String),
      lastDateActive: expect.any(String),
      actions: [],
    })
    near(declared.expires, 5 * days)
    near(declared.lastDateActive, 0)
    expect(await queue()('getWorkerType', provisionerId, 'a')).toEqual(declared)
    expect(await queue()('listWorkerTypes', provisionerId)).toEqual({ workerTypes: [workerType] })
    const { stability, description, expires, lastDateActive } = declared
    const taskQueue = { taskQueueId, expires, lastDateActive, description, stability }
    expect(await queue()('getTaskQueue', taskQueueId)).toEqual(taskQueue)
    const listed = await queue()('listTaskQueues')
    if (listed.continuationToken === undefined) expect(listed.taskQueues).toContainEqual(taskQueue)
    const provisioner = { provisionerId, expires, lastDateActive, description: '', stability: 'experimental', actions }
    expect(await queue()('getProvisioner', provisionerId)).toEqual(provisioner)
  })

  it('keeps what is left out, and moves the expiry only further away', async () => {
    const { queue } = context()
    const provisionerId = newProvisioner()
    const declare = (body: JsonObject) => queue()('declareWorkerType', provisionerId, 'a', body)
    const expires = minutesFromNow(10 * days)
    await declare({ description: 'd'.repeat(100_000), stability: 'stable', expires })
    const later = await declare({ description: 'short' })
    expect(later).toMatchObject({ description: 'short', stability: 'stable', expires })
    expect(await declare({ expires: minutesFromNow(1) })).toMatchObject({ expires })
    const further = minutesFromNow(11 * days)
    expect(await declare({ expires: further })).toMatchObject({ expires: further })
  })

  it('forgets a worker type that is expired', async () => {
    const { queue, refusal } = context()
    const provisionerId = newProvisioner()
    const declared = await queue()('declareWorkerType', provisionerId, 'a', { expires: minutesFromNow(1 / 40) })
    await expect.poll(async () => (await queue()('listWorkerTypes', provisionerId)).workerTypes).toEqual([])
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(String(declared.expires)))
    const gone = await refusal(queue()('getWorkerType', provisionerId, 'a'))
    expect(gone).toMatchObject({ statusCode: 404, code: 'ResourceNotFound' })
    expect(gone.message).toContain(
      `Worker-type \`a\` with Provisioner \`${provisionerId}\` not found. Are you sure it was created?`,
    )
    for (const call of [
      queue()('getTaskQueue', `${provisionerId}/a`),
      queue()('getProvisioner', provisionerId),
      queue()('declareProvisioner', provisionerId, {}),
    ])
      expect(await refusal(call)).toMatchObject({ statusCode: 404, code: 'ResourceNotFound' })
  })

  it.each<[string, string, string, JsonObject, string]>([
    ['another stability', 'p', 'a', { stability: 'x' }, 'InputValidationError'],
    ['a property too many', 'p', 'a', { actions: [] }, 'InputValidationError'],
    ['an expiry that is none', 'p', 'a', { expires: 'soon' }, 'InputValidationError'],
    ['an upper-case worker type', 'p', 'WT', {}, 'InputError'],
    ['a worker type that ends in a hyphen', 'p', 'a-', {}, 'InputError'],
    ['a long worker type', 'p', 'a'.repeat(39), {}, 'InvalidRequestArguments'],
    ['an expiry in the past', newProvisioner(), 'a', { expires: '2001-01-01T00:00:00Z' }, 'InputError'],
  ])('refuses %s', async (_, provisionerId, workerType, body, code) => {
    const { queue, refusal } = context()
    const refused = refusal(queue()('declareWorkerType', provisionerId, workerType, body))
    expect(await refused).toMatchObject({ statusCode: 400, code })
  })

  it('asks for the scope of each property of the body', async () => {
    const { queue, refusal } = context()
    const provisionerId = newProvisioner()
    const scope = (property: string) => `queue:declare-worker-type:${provisionerId}/a#${property}`
    const body = { description: '', stability: 'stable', expires: minutesFromNow(days), payloadSchema: {} }
    const all = Object.keys(body).map(scope)
    for (const missing of all) {
      const held = all.filter((one) => one !== missing)
      const refused = await refusal(queue(held)('declareWorkerType', provisionerId, 'a', body))
      expect(refused).toMatchObject({ statusCode: 403, code: 'InsufficientScopes' })
      expect(refused.message).toContain(missing)
    }
    expect(await queue([...all])('declareWorkerType', provisionerId, 'a', body)).toMatchObject({ stability: 'stable' })
  })

  it('lists by pages', async () => {
    const { queue } = context()
    const provisionerId = newProvisioner()
    for (const name of 'edcba') await queue()('declareWorkerType', provisionerId, name, {})
    const names: unknown[] = []
    let continuationToken: unknown
    do {
      const query = { limit: '2', ...(continuationToken === undefined ? {} : { continuationToken }) }
      const page = await queue()('listWorkerTypes', provisionerId, query)
      names.push(...(Array.isArray(page.workerTypes) ? page.workerTypes.map((one) => Object(one).workerType) : []))
      continuationToken = page.continuationToken
    } while (continuationToken !== undefined)
    expect(names.join('')).toBe('abcde')
    expect(await queue()('listWorkerTypes', provisionerId, { limit: '0' })).toEqual({ workerTypes: [] })
    expect(await queue()('listWorkerTypes', newProvisioner())).toEqual({ workerTypes: [] })
    expect(await queue()('listTaskQueues', { limit: '0' })).toEqual({ taskQueues: [] })
    const two = await queue()('listProvisioners', { limit: '1' })
    expect(two.provisioners).toHaveLength(1)
  })

  it('computes provisioners from their task queues, and keeps nothing of a declaration', async () => {
    const { queue, refusal } = context()
    const provisionerId = newProvisioner()
    const far = await queue()('declareWorkerType', provisionerId, 'a', { expires: minutesFromNow(20 * days) })
    const last = await queue()('declareWorkerType', provisionerId, 'b', {})
    await queue()('declareWorkerType', `${provisionerId}-2`, 'b', { expires: minutesFromNow(30 * days) })
    const provisioner = {
      provisionerId,
      expires: far.expires,
      lastDateActive: last.lastDateActive,
      description: '',
      stability: 'experimental',
      actions: [],
    }
    expect(await queue()('getProvisioner', provisionerId)).toEqual(provisioner)
    const body = { description: 'x', stability: 'stable', actions: [] }
    expect(await queue()('declareProvisioner', provisionerId, body)).toEqual(provisioner)
    const held = Object.keys(body).map((name) => `queue:declare-provisioner:${provisionerId}#${name}`)
    expect(await queue(held)('declareProvisioner', provisionerId, body)).toEqual(provisioner)
    const missing = await refusal(queue(held.slice(1))('declareProvisioner', provisionerId, body))
    expect(missing).toMatchObject({ statusCode: 403, code: 'InsufficientScopes' })
    const wrong = await refusal(queue([])('declareProvisioner', provisionerId, { actions: [{}] }))
    expect(wrong).toMatchObject({ statusCode: 400, code: 'InputValidationError' })
  })

  it.each<[string, string, unknown[]]>([
    ['getWorkerType', 'queue:get-worker-type:p/a', ['p', 'a']],
    ['listWorkerTypes', 'queue:list-worker-types:p', ['p']],
    ['listProvisioners', 'queue:list-provisioners', []],
    ['getProvisioner', 'queue:get-provisioner:p', ['p']],
    ['listTaskQueues', 'queue:list-task-queues', []],
    ['getTaskQueue', 'queue:get-task-queue:p/a', ['p/a']],
    ['pendingTasks', 'queue:pending-count:p/a', ['p/a']],
    ['listPendingTasks', 'queue:pending-list:p/a', ['p/a']],
    ['listClaimedTasks', 'queue:claimed-list:p/a', ['p/a']],
  ])('%s asks for %s', async (name, scope, args) => {
    const { queue, refusal } = context()
    const own = args.map((arg) => String(arg).replace(/^p/, newProvisioner()))
    const needed =
      args.length === 0 ? scope : scope.replace(/:p(\/a)?$/, (_, rest = '') => `:${own[0]?.split('/')[0]}${rest}`)
    const refused = await refusal(queue([`${needed}x`])(name, ...own))
    expect(refused).toMatchObject({ statusCode: 403, code: 'InsufficientScopes' })
    const answered = await queue([needed])(name, ...own).catch((error: unknown) => Object(error).statusCode)
    expect(answered).not.toBe(403)
  })
}
