import { describe, expect, it } from 'vitest'
import type { ChangeEffect, Inclusion, SchemaChange } from '@/lib/compare/schemaComparison'
import { answerOf, breakingChanges } from './answerOf'

const change = (effect: ChangeEffect, id: string, more: Partial<SchemaChange> = {}): SchemaChange => ({
  id,
  kind: 'changed',
  path: `/${id}`,
  what: 'type',
  places: {},
  effect,
  sentence: 'x.',
  ...more,
})
const proved: Inclusion = { verdict: 'proved', rule: 'no value' }
const refuted: Inclusion = { verdict: 'refuted', witness: { whole: true }, violations: [] }
const undecided: Inclusion = { verdict: 'undecided', place: '', reason: 'the time was up' }
const [breaks, doubt, more, words] = [
  change('narrows', 'a'),
  change('undecided', 'b'),
  change('widens', 'c', { witness: 'wide' }),
  change('text only', 'd'),
]

describe('answerOf', () => {
  it.each<[Inclusion, SchemaChange[], string, number, string]>([
    [{ verdict: 'proved', rule: 'the same' }, [words], 'no', 0, 'Both payload schemas say the same.'],
    [proved, [more], 'no', 0, 'Every payload that is accepted today will be accepted.'],
    [proved, [doubt], 'no', 0, 'Every payload that is accepted today will be accepted.'],
    [refuted, [breaks, more], 'yes', 1, 'One change refuses payloads that are accepted today.'],
    [refuted, [breaks, change('narrows', 'e')], 'yes', 2, '2 changes refuse payloads that are accepted today.'],
    [
      refuted,
      [breaks, doubt, words],
      'yes',
      2,
      'One change refuses payloads that are accepted today; of 1 more it is not known.',
    ],
    [
      refuted,
      [doubt],
      'yes',
      1,
      'A payload that is accepted today would be refused, and it is not known which change does it.',
    ],
    [
      refuted,
      [],
      'yes',
      0,
      'A payload that is accepted today would be refused, and it is not known which change does it.',
    ],
    [undecided, [doubt], 'cannot tell', 1, 'It could be neither proved nor refuted: the time was up.'],
  ])('%#', (forward, changes, answer, count, sentence) => {
    expect(answerOf({ forward, changes })).toMatchObject({ answer, count, sentence })
  })

  it('shows what one change refuses rather than what several do, and nothing that is accepted', () => {
    const witnessed = change('narrows', 'e', { witness: { e: 1 } })
    expect(answerOf({ forward: refuted, changes: [more, breaks, witnessed] }).example).toEqual({ e: 1 })
    expect(answerOf({ forward: refuted, changes: [more, breaks] }).example).toEqual({ whole: true })
    expect(answerOf({ forward: undecided, changes: [witnessed] })).not.toHaveProperty('example')
    expect(answerOf({ forward: refuted, changes: [change('narrows', 'n', { witness: null })] }).example).toBeNull()
  })
})

describe('breakingChanges', () => {
  const all = [breaks, doubt, more, words]

  it.each<[Inclusion, SchemaChange[]]>([
    [proved, []],
    [refuted, [breaks, doubt]],
    [undecided, [breaks, doubt]],
  ])('are those that are not proved to be none (%#)', (forward, expected) => {
    expect(breakingChanges({ forward, changes: all })).toEqual(expected)
  })
})
