import { expect, it } from 'vitest'
import { type Problem, shortProblems } from './problem'

const problem: Problem = { code: 'a', severity: 'error', message: 'It is wrong.', path: 'a.b', help: 'Mend it.' }

it('leaves alone what people can read', () => {
  expect(shortProblems([problem, problem])).toEqual([problem, problem])
})

it('cuts what is too long, and counts what is too much', () => {
  const long = 'x'.repeat(100_000)
  const short = shortProblems(
    Array.from({ length: 5000 }, () => ({ ...problem, message: long, path: long, file: long })),
  )
  expect(short).toHaveLength(201)
  expect(short[0]?.message).toBe(`${'x'.repeat(1000)}…`)
  expect(short.at(-1)?.message).toBe('There are 4800 more problems like these.')
  expect(JSON.stringify(short).length).toBeLessThan(1_000_000)
})
