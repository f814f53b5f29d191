import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { createThreadPool, type Pool, type PoolOptions } from './pool'
import { type StubOperations, stubThreads } from './testing/stubThread'

const files = stubThreads()
afterAll(files.remove)

const open: Pool<StubOperations>[] = []
function pool(options: Partial<PoolOptions> = {}): Pool<StubOperations> {
  const made = createThreadPool<StubOperations>({ file: () => files.stub, ...options })
  open.push(made)
  return made
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})

const budget = 20_000
const short = 100
const unanswered = (why: string) => ({ answered: false, why })

describe('a pool', () => {
  it('answers each with its own', async () => {
    const one = pool()
    const all = await Promise.all([1, 2, 3].map((input) => one.ask('echo', { input }, { budget })))
    expect(all).toEqual([1, 2, 3].map((input) => ({ answered: true, value: { input } })))
  })

  it('ends a job whose time is up, gives what it had sent ahead, and goes on with another thread', async () => {
    const one = pool()
    const never = one.ask('forever', 'so far', { budget: short })
    const after = one.ask('count', null, { budget })
    expect(await never).toEqual({ ...unanswered('out-of-time'), part: 'so far' })
    expect(await after).toEqual({ answered: true, value: 0 })
  })

  it('keeps the event loop free meanwhile, and answers others where there is a second thread', async () => {
    const one = pool({ size: 2, patience: 0 })
    const never = one.ask('forever', null, { budget })
    let ended = false
    void never.finally(() => {
      ended = true
    })
    for (let i = 0; i < 5; i++) expect(await one.ask('echo', i, { budget })).toEqual({ answered: true, value: i })
    expect(ended).toBe(false)
    await one.close()
    expect(await never).toMatchObject(unanswered('ended'))
  })

  it('starts no second thread while the first is enough', async () => {
    const one = pool({ size: 2 })
    for (let i = 0; i < 5; i++) expect(await one.ask('count', null, { budget })).toEqual({ answered: true, value: i })
  })

  it.each([
    ['hoard', 'out-of-memory', 30],
    ['die', 'ended', 256],
  ] as const)('survives %s, and starts again', async (name, why, megabytes) => {
    const one = pool({ megabytes })
    expect(await one.ask('count', null, { budget })).toEqual({ answered: true, value: 0 })
    expect(await one.ask(name, null, { budget })).toEqual(unanswered(why))
    expect(await one.ask('count', null, { budget })).toEqual({ answered: true, value: 0 })
  })

  it('ends threads that have had nothing to do for long, and starts others for what comes then', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      for (const [keep, counted] of [
        [0, 0],
        [1, 2],
      ]) {
        const one = pool({ keep, restAfter: 60_000 })
        await one.ask('count', null, { budget })
        vi.advanceTimersByTime(59_000)
        expect(await one.ask('count', null, { budget })).toEqual({ answered: true, value: 1 })
        vi.advanceTimersByTime(61_000)
        expect(await one.ask('count', null, { budget })).toEqual({ answered: true, value: counted })
      }
    } finally {
      vi.useRealTimers()
    }
  })

  it('takes input that nests too deeply for no mistake', async () => {
    const one = pool()
    expect(await one.ask('deep', null, { budget })).toEqual(unanswered('too-deep'))
    expect(await one.ask('echo', 1, { budget })).toEqual({ answered: true, value: 1 })
  })

  it('passes on a mistake in the program, and goes on with the same thread', async () => {
    const one = pool()
    await one.ask('echo', null, { budget })
    await expect(one.ask('mistake', null, { budget })).rejects.toThrow('a mistake')
    await expect(one.ask('echo', () => 'no data', { budget })).rejects.toThrow('could not be cloned')
    expect(await one.ask('count', null, { budget })).toEqual({ answered: true, value: 1 })
  })

  it('sends what jobs rest on once, to a new thread again', async () => {
    const one = pool()
    const base = { id: 'a', value: ['entry'] }
    expect(await one.ask('base', null, { budget, base })).toMatchObject({ value: { news: true, value: ['entry'] } })
    expect(await one.ask('base', null, { budget, base })).toMatchObject({ value: { news: false, value: ['entry'] } })
    const next = { id: 'b', value: [] }
    expect(await one.ask('base', null, { budget, base: next })).toMatchObject({ value: { news: true, value: [] } })
    await one.ask('die', null, { budget })
    expect(await one.ask('base', null, { budget, base: next })).toMatchObject({ value: { news: true, value: [] } })
  })

  it('turns away what is too much, and what waits for too long', async () => {
    const one = pool({ mostWaiting: 1, longestWait: 20 })
    const never = one.ask('forever', null, { budget: 2000 })
    const [waits, turnedAway] = [one.ask('echo', 1, { budget }), one.ask('echo', 2, { budget })]
    expect(await turnedAway).toEqual(unanswered('busy'))
    expect(await waits).toEqual(unanswered('busy'))
    await one.close()
    expect(await never).toMatchObject(unanswered('ended'))
  })

  it('ends a thread that does not start', async () => {
    expect(await pool({ file: () => files.deaf, startLimit: short }).ask('echo', 1, { budget })).toEqual(
      unanswered('out-of-time'),
    )
    expect(await pool({ file: () => files.broken }).ask('echo', 1, { budget })).toEqual(unanswered('ended'))
  })

  it('leaves nobody waiting when it is closed, and works again afterwards', async () => {
    const one = pool()
    const all = [one.ask('forever', null, { budget }), one.ask('echo', 1, { budget })]
    await one.close()
    for (const outcome of await Promise.all(all)) expect(outcome).toMatchObject(unanswered('ended'))
    expect(await one.ask('echo', 1, { budget })).toEqual({ answered: true, value: 1 })
  })
})
