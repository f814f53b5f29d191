import { describe, expect, it } from 'vitest'
import type { JsonValue } from '@/lib/base/json'
import type { Inclusion } from '@/lib/compare/schemaComparison'
import type { Difference } from './comparedPlace'
import type { Effect } from './effectsOf'
import { listChanges, stableId } from './listChanges'

const proved: Inclusion = { verdict: 'proved', rule: 'no value' }
const refuted: Inclusion = { verdict: 'refuted', witness: 5, violations: [] }
const undecided: Inclusion = { verdict: 'undecided', place: '', reason: 'nobody knows' }

function difference(path: string, what = 'maximum', before: JsonValue = 2, after: JsonValue = 1): Difference {
  return {
    ...{ kind: 'changed', path, what, before, after, places: { old: path, new: path }, isText: false },
    forth: { pointer: path, value: after },
    back: { pointer: path, value: before },
  }
}

const list = (effects: Effect['effect'][], forward: Inclusion, backward: Inclusion) =>
  listChanges(
    effects.map((_, i) => difference(`/${i}`)),
    effects.map((effect) => ({ effect })),
    { forward, backward },
    undefined,
  )

describe('listChanges', () => {
  it('puts those first that break tasks, then those that may, and keeps the order among equals', () => {
    const found = list(['text only', 'widens', 'undecided', 'narrows', 'widens', 'narrows'], refuted, refuted)
    expect(found.map(({ path, effect }) => `${path} ${effect}`)).toEqual([
      '/3 narrows',
      '/5 narrows',
      '/2 undecided',
      '/1 widens',
      '/4 widens',
      '/0 text only',
    ])
  })

  it('says what was and what is, and leaves out what is not there', () => {
    const { forth, back, isText, ...said } = difference('/a')
    const [change] = listChanges(
      [difference('/a')],
      [{ effect: 'widens', witness: 3 }],
      { forward: proved, backward: refuted },
      undefined,
    )
    expect(change).toEqual({
      ...said,
      id: stableId(difference('/a')),
      sentence: '`a` must be at most 1; before, it had to be at most 2.',
      effect: 'widens',
      witness: 3,
    })
    const added: Difference = { ...difference('/a'), kind: 'added', before: undefined }
    expect(listChanges([added], [], { forward: proved, backward: proved }, undefined)[0]).not.toHaveProperty('before')
  })

  it('tells changes apart that are the same at the same place', () => {
    const same = [difference('/a'), difference('/a'), difference('/b')]
    const ids = listChanges(same, [], { forward: proved, backward: proved }, undefined).map(({ id }) => id)
    const id = stableId(difference('/a'))
    expect(ids).toEqual([id, `${id}:2`, stableId(difference('/b'))])
  })
})

describe('a verdict that no change accounts for', () => {
  it.each<[effects: Effect['effect'][], forward: Inclusion, backward: Inclusion, expected: string[]]>([
    [['widens'], refuted, refuted, ['#schema:narrows narrows']],
    [['undecided'], refuted, proved, ['#schema:narrows narrows']],
    [['narrows'], refuted, refuted, []],
    [[], undecided, proved, ['#schema:undecided undecided']],
    [['undecided'], undecided, proved, []],
    [['narrows'], undecided, proved, []],
    [['text only'], proved, refuted, ['#schema:widens widens']],
    [['widens'], proved, refuted, []],
    [[], proved, proved, []],
  ])('%j with %j forward and %j backward', (effects, forward, backward, expected) => {
    const whole = list(effects, forward, backward).filter(({ what }) => what === 'schema')
    expect(whole.map(({ id, effect }) => `${id} ${effect}`)).toEqual(expected)
    for (const { path, places, sentence, witness, reason } of whole) {
      expect([path, places]).toEqual(['', { old: '', new: '' }])
      expect(sentence).toMatch(/^[A-Z].*\.$/)
      expect(witness ?? reason).toBe(expected[0]?.endsWith('undecided') ? 'nobody knows' : 5)
    }
  })
})

describe('stableId', () => {
  const id = (change: Partial<Difference>) => stableId({ ...difference('/a'), ...change })

  it('is the same for the same place and the same change', () => {
    expect(id({})).toMatch(/^\/a#maximum:changed:[0-9a-f]{8}$/)
    expect(id({ before: { a: 1, b: 2 } })).toBe(id({ before: { b: 2, a: 1 } }))
    expect(id({ places: {}, isText: true })).toBe(id({}))
  })

  it('is another one for everything else', () => {
    const others = [
      id({}),
      id({ path: '/b' }),
      id({ what: 'minimum' }),
      id({ before: 3 }),
      id({ after: 3 }),
      id({ kind: 'added', before: undefined }),
      id({ before: 1, after: 2 }),
    ]
    expect(new Set(others).size).toBe(others.length)
  })
})
