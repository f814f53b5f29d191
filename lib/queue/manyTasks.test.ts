import { expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { eachQueue } from './testing/eachQueue'
import { exampleDefinition } from './testing/exampleDefinition'

const slugId = (n: number) => `${n.toString(36).padStart(8, '0')}QAC${'A'.repeat(11)}`

eachQueue('tasks that come at once', (queue) => {
  const create = (taskId: string, members: JsonObject = {}) => {
    const body = exampleDefinition(queue().clock.now, members)
    return queue().call('PUT', `/api/queue/v1/task/${taskId}`, { as: 'admin', body })
  }
  const statusOf = async (taskId: string) =>
    (await queue().call('GET', `/api/queue/v1/task/${taskId}/status`, { as: 'admin' })).status

  it('are all kept, each with its own definition', async () => {
    const ids = Array.from({ length: 120 }, (_, n) => slugId(n))
    const answers = await Promise.all(
      ids.map((id, n) => create(id, { tags: { n: String(n), odd: '\u0000"\\\ud800' } })),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    for (const [n, id] of ids.entries()) {
      const { body } = await queue().call('GET', `/api/queue/v1/task/${id}`, { as: 'admin' })
      expect(body.tags).toMatchObject({ n: String(n) })
    }
  })

  it('are each what they would be alone: repeated, in conflict, in the group of another, refused', async () => {
    await queue().call('PUT', '/api/queue/v1/provisioners/proj/worker-types/closed', {
      as: 'admin',
      body: { payloadSchema: { type: 'object', maxProperties: 0 } },
    })
    const group = slugId(900)
    const [own, other] = [
      { taskGroupId: group, schedulerId: 'own' },
      { taskGroupId: group, schedulerId: 'zother' },
    ]
    await create(slugId(901), own)
    const filler = Array.from({ length: 20 }, (_, n) => create(slugId(n)))
    const answers = await Promise.all([
      create(slugId(100)),
      create(slugId(100)),
      create(slugId(100), { tags: { another: 'one' } }),
      create(slugId(101), own),
      create(slugId(102), other),
      create(slugId(103), { taskQueueId: 'proj/closed', payload: {} }),
      create(slugId(104), { taskQueueId: 'proj/closed', payload: { a: 1 } }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 409, 200, 409, 200, 400])
    for (const answer of await Promise.all(filler)) expect(answer.status).toBe(200)
    expect(await Promise.all([100, 101, 102, 103, 104].map((n) => statusOf(slugId(n))))).toEqual([
      200, 200, 404, 200, 404,
    ])
  })

  it('of two schedulers make a new group for one of them', async () => {
    const filler = Array.from({ length: 10 }, (_, n) => create(slugId(n)))
    const answers = await Promise.all(
      ['one', 'two', 'one', 'two'].map((schedulerId, n) =>
        create(slugId(200 + n), { taskGroupId: slugId(999), schedulerId }),
      ),
    )
    await Promise.all(filler)
    const statuses = answers.map(({ status }) => status)
    expect(statuses.toSorted()).toEqual([200, 200, 409, 409])
    expect(statuses[0]).toBe(statuses[2])
  })
})
