import { describe, expect, it } from 'vitest'
import { sumClosingLines } from './sumClosingLines.mjs'

const part = (status: number, output: string) => ({ name: 'test', status, output })

describe('sumClosingLines', () => {
  it('adds up what parts say last', () => {
    const parts = [part(0, '1 passed, 1 failed of a law\n5 passed, 0 failed\n'), part(1, 'x\n10 passed, 2 failed\n')]
    expect(sumClosingLines(parts)).toEqual({ passed: 15, failed: 2, complaints: [] })
  })

  it.each([
    ['without a closing line', 0, 'Killed\n'],
    ['with nothing at all', 0, ''],
    ['badly, although nothing failed', 1, '5 passed, 0 failed\n'],
    ['with its line before the end', 0, '5 passed, 0 failed\nand more\n'],
  ])('counts a part that ended %s as a failure', (_, status, output) => {
    const { failed, complaints } = sumClosingLines([part(status, output)])
    expect(failed).toBe(1)
    expect(complaints).toHaveLength(1)
  })
})
