import { describe, expect, it } from 'vitest'
import { caseNames, differentCases, distinctProblems, equalCases, type KitCase } from './kitReport'

const one = (name: string, lacking: string[], verdict: 'supported' | 'refused', closed = false): KitCase => ({
  name,
  config: {},
  lacking,
  rows: [{ feature: 'f', title: 'F', verdict, missing: [], reason: `because of ${name}` }],
  effectiveSchema: closed ? null : { type: 'object' },
  problems: [],
})
const every = one('every feature', [], 'supported')
const none = one('no feature', ['a', 'b', 'c'], 'refused')
const [withoutA, withoutB, withoutC] = [
  one('without a', ['a'], 'refused'),
  one('without b', ['b'], 'refused'),
  one('without c', ['c'], 'supported'),
]

describe('cases', () => {
  it('are together where they come to the same, whatever the reasons', () => {
    const groups = equalCases([every, none, withoutA, withoutB, withoutC])
    expect(groups.map((group) => group.map(({ name }) => name))).toEqual([
      ['every feature', 'without c'],
      ['no feature', 'without a', 'without b'],
    ])
  })

  it('are apart where another schema or a problem comes of them', () => {
    const problem = { code: 'x', severity: 'error' as const, message: 'x', path: '' }
    const others = [one('x', [], 'supported', true), { ...every, problems: [problem] }]
    expect(equalCases([every, ...others])).toHaveLength(3)
  })

  it('are left out where a lack makes no difference, but for both ends', () => {
    expect(differentCases([every, none, withoutA, withoutC])).toEqual([every, none, withoutA])
    expect(differentCases([every, every, withoutC])).toEqual([every, every])
    expect(differentCases([])).toEqual([])
  })

  it.each<[KitCase[], string]>([
    [[every], 'every feature'],
    [[none, withoutA, withoutB], 'no feature, without a or b'],
    [[withoutC], 'without c'],
    [[], ''],
  ])('have few words (%#)', (group, words) => {
    expect(caseNames(group)).toBe(words)
  })
})

describe('distinctProblems', () => {
  it('has the same words at one place once, and at another place again', () => {
    const problem = { code: 'x', severity: 'error' as const, message: 'm', path: 'a' }
    const all = [
      problem,
      { ...problem, component: 'plugin y' },
      { ...problem, path: 'b' },
      { ...problem, message: 'n' },
    ]
    expect(distinctProblems(all).map(({ path, message }) => path + message)).toEqual(['am', 'bm', 'an'])
  })
})
