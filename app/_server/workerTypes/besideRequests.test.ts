import { expect, it, vi } from 'vitest'

vi.mock('server-only', () => ({}))
const { besideRequests } = await import('./besideRequests')

it('is finished before the server stops, and not begun after', async () => {
  const kept: { [key: symbol]: unknown } = globalThis
  const done: string[] = []
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  const first = besideRequests(async () => {
    await released
    done.push('first')
    return 1
  })
  await expect(besideRequests(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  const finish = kept[Symbol.for('worker-type-designer.finish')]
  const finished = typeof finish === 'function' ? finish().then(() => done.push('finished')) : undefined
  expect(await besideRequests(async () => done.push('second'))).toBeUndefined()
  release()
  expect(await first).toBe(1)
  await finished
  expect(done).toEqual(['first', 'finished'])
})
