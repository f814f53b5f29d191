import { expect, it } from 'vitest'
import { definition, minutesFromNow, type SuiteContext, slugId } from './suiteContext'

/** Task groups: one scheduler, an end of its own, and the end of all its tasks. */
export function groupsSuite(context: () => SuiteContext): void {
  it('lists its tasks by pages, and lives an hour longer than the last of them', async () => {
    const { queue } = context()
    const taskGroupId = slugId()
    const ids = [taskGroupId, slugId(), slugId()]
    for (const [i, id] of ids.entries()) {
      const expires = minutesFromNow(100 + (i === 1 ? 10 : 0))
      await queue()('createTask', id, definition('p/a', { taskGroupId, schedulerId: 's', expires }))
    }
    const group = await queue([`queue:list-task-group:${taskGroupId}`])('getTaskGroup', taskGroupId)
    expect(group).toEqual({ taskGroupId, schedulerId: 's', expires: expect.any(String) })
    const last = await queue()('task', ids[1])
    expect(Date.parse(String(group.expires)) - Date.parse(String(last.expires))).toBe(60 * 60_000)
    const page = await queue()('listTaskGroup', taskGroupId, { limit: '2' })
    expect(page).toMatchObject(group)
    const rest = await queue()('listTaskGroup', taskGroupId, { continuationToken: page.continuationToken })
    expect(rest.continuationToken).toBeUndefined()
    const tasks = [page.tasks, rest.tasks].flat().map((one) => Object(one))
    expect(tasks.map(({ status }) => status.taskId).sort()).toEqual([...ids].sort())
    for (const { status, task } of tasks) {
      expect(await queue()('status', status.taskId)).toEqual({ status })
      expect(await queue()('task', status.taskId)).toEqual(task)
    }
    expect(await queue()('listTaskGroup', taskGroupId, { limit: '0' })).toEqual({ ...group, tasks: [] })
  })

  it('has one scheduler', async () => {
    const { queue, refusal } = context()
    const taskGroupId = slugId()
    await queue()('createTask', slugId(), definition('p/a', { taskGroupId, schedulerId: 'one' }))
    const other = definition('p/a', { taskGroupId, schedulerId: 'two' })
    expect(await refusal(queue()('createTask', slugId(), other))).toMatchObject({
      statusCode: 409,
      code: 'RequestConflict',
    })
    const dependent = { ...other, dependencies: [slugId()] }
    expect(await refusal(queue()('createTask', slugId(), dependent))).toMatchObject({ statusCode: 409 })
  })

  it('takes no task once it is sealed, and is canceled only then', async () => {
    const { queue, refusal } = context()
    const taskGroupId = slugId()
    const ids = [slugId(), slugId()]
    for (const id of ids) await queue()('createTask', id, definition('p/a', { taskGroupId, schedulerId: 's' }))
    await queue()('cancelTask', ids[0])
    const cancel = [`queue:cancel-task-group:s/${taskGroupId}`]
    const open = await refusal(queue(cancel)('cancelTaskGroup', taskGroupId))
    expect(open).toMatchObject({ statusCode: 409, code: 'RequestConflict' })
    expect(await refusal(queue([])('sealTaskGroup', taskGroupId))).toMatchObject({ statusCode: 403 })
    const sealed = await queue([`queue:seal-task-group:s/${taskGroupId}`])('sealTaskGroup', taskGroupId)
    expect(sealed).toMatchObject({ taskGroupId, schedulerId: 's', sealed: expect.any(String) })
    expect(await queue()('sealTaskGroup', taskGroupId)).toEqual(sealed)
    expect(await queue()('getTaskGroup', taskGroupId)).toEqual(sealed)
    expect(await queue()('listTaskGroup', taskGroupId)).toMatchObject(sealed)
    const late = await refusal(queue()('createTask', slugId(), definition('p/a', { taskGroupId, schedulerId: 's' })))
    expect(late).toMatchObject({ statusCode: 409, code: 'RequestConflict' })
    expect(await refusal(queue([])('cancelTaskGroup', taskGroupId))).toMatchObject({ statusCode: 403 })
    const canceled = { taskGroupId, taskGroupSize: 2, cancelledCount: 1, taskIds: [ids[1]] }
    expect(await queue(cancel)('cancelTaskGroup', taskGroupId)).toEqual(canceled)
    expect(await queue(cancel)('cancelTaskGroup', taskGroupId)).toEqual({ ...canceled, cancelledCount: 0, taskIds: [] })
    expect(await queue()('status', ids[1])).toMatchObject({ status: { state: 'exception' } })
  })

  it.each(['listTaskGroup', 'getTaskGroup', 'sealTaskGroup', 'cancelTaskGroup'])(
    '%s knows no other group',
    async (name) => {
      const { queue, refusal } = context()
      const taskGroupId = slugId()
      const refused = await refusal(queue()(name, taskGroupId))
      expect(refused).toMatchObject({ statusCode: 404, code: 'ResourceNotFound' })
      expect(refused.message).toContain(`No task-group with taskGroupId: \`${taskGroupId}\``)
    },
  )
}
