import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Problem } from '@/lib/base/problem'
import { sortProblems } from './describeViolations'

const problem = (severity: Problem['severity'], path: string, code = 'c', message = 'm'): Problem => ({
  severity,
  path,
  code,
  message,
})

it('puts errors first, then by place, code and message', () => {
  const sorted = [
    problem('error', 'a', 'x'),
    problem('error', 'b', 'a', 'm'),
    problem('error', 'b', 'a', 'n'),
    problem('error', 'b', 'b'),
    problem('warning', '', 'a'),
    problem('notice', '', 'b'),
  ]
  expect(sortProblems(sorted.toReversed())).toEqual(sorted)
})

it('tells equal ones once, as the worst of them, and keeps those that differ in what they say', () => {
  const others = [problem('error', 'a', 'c', 'other'), problem('error', 'a', 'd')]
  expect(sortProblems([problem('warning', 'a'), problem('error', 'a'), problem('notice', 'a'), ...others])).toEqual([
    problem('error', 'a'),
    ...others,
  ])
})

it('does not depend on the order, and changes nothing that is sorted', () => {
  const word = fc.constantFrom('a', 'b', 'c')
  const one = fc.tuple(fc.constantFrom('error' as const, 'warning' as const, 'notice' as const), word, word, word)
  fc.assert(
    fc.property(fc.array(one), (all) => {
      const problems = all.map(([severity, path, code, message]) => problem(severity, path, code, message))
      const sorted = sortProblems(problems)
      expect(sortProblems(problems.toReversed())).toEqual(sorted)
      expect(sortProblems(sorted)).toEqual(sorted)
    }),
  )
})
