import { expect, it } from 'vitest'
import { listAudit } from '@/lib/registry/audit/listAudit'
import { eachStore } from '@/lib/registry/testing/eachStore'
import { recordRefusal } from './recordRefusal'

const start = Date.parse('2026-03-01T12:00:00Z')
const scope = (name: string) => ({ needed: [name], missing: [name] })

eachStore('recordRefusal', (store) => {
  const refuse = (who: string, what: string, seconds: number, name = 'a') =>
    recordRefusal(store(), { who, what, at: new Date(start + seconds * 1000), detail: scope(name) })

  it('writes one row a minute for each client and kind, whatever was asked for, and counts the others', async () => {
    for (let i = 0; i < 50; i++) await refuse('some', 'api:queue/createTask', i, `scope ${i}`)
    await refuse('some', 'api:queue/cancelTask', 30)
    await refuse('other', 'api:queue/createTask', 40)
    expect(await listAudit(store())).toMatchObject([
      { who: 'other', entity: 'api:queue/createTask' },
      { who: 'some', entity: 'api:queue/cancelTask' },
      { who: 'some', entity: 'api:queue/createTask', detail: scope('scope 0') },
    ])
    await refuse('some', 'api:queue/createTask', 60, 'later')
    await refuse('other', 'api:queue/createTask', 101)
    const [quiet, counted] = await listAudit(store())
    expect(quiet?.detail).toEqual(scope('a'))
    expect(counted?.detail).toEqual({ ...scope('later'), untold: 49 })
  })
})
