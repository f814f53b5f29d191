import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sharedReads } from './sharedReads'

/** Reads that end when the test says so, each with what the value was when it began. */
function slowReads() {
  let value = 0
  const open: (() => void)[] = []
  const begun: string[] = []
  const ask = sharedReads((key: string) => {
    begun.push(key)
    const seen = value
    return new Promise<number>((resolve, reject) =>
      open.push(() => (seen < 0 ? reject(new Error('gone')) : resolve(seen))),
    )
  })
  const settle = async () => {
    open.shift()?.()
    for (let i = 0; i < 5; i++) await Promise.resolve()
  }
  return {
    ask,
    begun,
    settle,
    open,
    write: (next: number) => {
      value = next
    },
  }
}

describe('sharedReads', () => {
  it('reads once for all who come while another read is running, and after they came', async () => {
    const { ask, begun, settle, write } = slowReads()
    const first = ask('a')
    write(1)
    const others = [ask('a'), ask('a'), ask('a')]
    expect(begun).toEqual(['a'])
    await settle()
    expect(await first).toBe(0)
    expect(begun).toEqual(['a', 'a'])
    await settle()
    expect(await Promise.all(others)).toEqual([1, 1, 1])
    const later = ask('a')
    expect(begun).toHaveLength(3)
    await settle()
    expect(await later).toBe(1)
  })

  it('keeps keys apart, and a failure to those who shared it', async () => {
    const { ask, settle, write } = slowReads()
    write(-1)
    const [failing, other] = [ask('a'), ask('b')]
    write(2)
    const next = ask('a')
    await settle()
    await expect(failing).rejects.toThrow('gone')
    await expect(next).rejects.toThrow('gone')
    await settle()
    await expect(other).rejects.toThrow('gone')
    const later = ask('a')
    await settle()
    expect(await later).toBe(2)
  })

  it('tells nobody of what was before they asked, in any order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('ask', 'write', 'settle'), { maxLength: 60 }), async (steps) => {
        const { ask, settle, open, write } = slowReads()
        let value = 0
        const answers: Promise<void>[] = []
        for (const step of steps) {
          if (step === 'write') write(++value)
          else if (step === 'settle') await settle()
          else {
            const atLeast = value
            answers.push(ask('a').then((seen) => expect(seen).toBeGreaterThanOrEqual(atLeast)))
          }
        }
        for (let i = 0; i < 3 || open.length > 0; i++) await settle()
        await Promise.all(answers)
      }),
    )
  })
})
