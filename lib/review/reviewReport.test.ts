import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/lib/base/json'
import { compilePayloadValidator } from '@/lib/schema/validate/compilePayloadValidator'
import { compareInTime, comparisonBudget } from './compareInTime'
import { reportOn, sideOf } from './testing/sideOf'

const closed = (properties: JsonObject, required: string[] = []): JsonObject => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})
const text = { type: 'string' }
const base = closed({ a: text, b: text })

describe('reviewReport', () => {
  it.each([
    ['nothing', base, base, 'no', 0, 'any'],
    ['a title', base, { ...base, title: 'Payload' }, 'no', 0, 'any'],
    ['a property more', base, closed({ a: text, b: text, c: text }), 'no', 0, 'workers first'],
    ['a property less', base, closed({ a: text }), 'yes', 1, 'tasks first'],
    ['a property that must be there', base, closed({ a: text, b: text }, ['a']), 'yes', 1, 'tasks first'],
    ['one more and one less', base, closed({ a: text, c: text }), 'yes', 1, 'tasks, then workers'],
    ['two breaks', base, closed({ a: { type: 'number' } }), 'yes', 2, 'tasks, then workers'],
  ] as const)('answers for %s', (_, old, next, answer, count, order) => {
    const report = reportOn(old, next)
    expect([report.answer, report.count, report.rollout.order]).toEqual([answer, count, order])
    expect(report.example === undefined).toBe(answer === 'no')
    if (report.example === undefined) return
    expect(compilePayloadValidator(old).accepts(report.example)).toBe(true)
    expect(compilePayloadValidator(next).accepts(report.example)).toBe(false)
  })

  it('cannot tell where the time is up, and counts that as a break', () => {
    let now = 0
    const late = () => {
      now += comparisonBudget
      return now
    }
    const [old, next] = [sideOf(base), sideOf(closed({ a: { type: 'string', pattern: '^x' }, b: text }))]
    const { forward } = compareInTime(old, next, late)
    expect(forward.verdict).toBe('undecided')
  })
})
