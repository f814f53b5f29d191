import { describe, expect, it } from 'vitest'
import type { SchemaChange } from '@/lib/compare/schemaComparison'
import { acknowledgeBreaks } from './acknowledgeBreaks'

const change: SchemaChange = {
  id: '/a#property:removed:1',
  kind: 'removed',
  path: '/a',
  what: 'property',
  places: {},
  effect: 'narrows',
  sentence: '`a` is no longer declared.',
  component: 'plugin env',
  witness: { a: 1 },
}
const doubtful: SchemaChange = {
  ...change,
  id: '/b#not:changed:2',
  path: '/b',
  effect: 'undecided',
  reason: 'the time was up',
}

describe('acknowledgeBreaks', () => {
  it('asks for nothing where nothing breaks', () => {
    expect(acknowledgeBreaks([], 'p/w', { reasonFor: () => '', typedName: '' })).toMatchObject({ ok: true, value: [] })
  })

  it('keeps the reason with what was said of the break', () => {
    const given = acknowledgeBreaks([change], 'p/w', { reasonFor: () => ' unused ', typedName: ' p/w ' })
    const { id, effect, path, sentence, component, witness } = change
    expect(given).toMatchObject({
      ok: true,
      value: [{ id, effect, path, sentence, component, witness, reason: 'unused' }],
    })
  })

  it.each([
    [
      'a reason for each',
      { reasonFor: (id: string) => (id === change.id ? 'x' : ' '), typedName: 'p/w' },
      ['break-not-acknowledged'],
    ],
    ['the name', { reasonFor: () => 'x', typedName: 'p/x' }, ['name-not-typed']],
    ['a short reason', { reasonFor: () => 'x'.repeat(2001), typedName: 'p/w' }, ['reason-too-long', 'reason-too-long']],
    [
      'all of it',
      { reasonFor: () => '', typedName: '' },
      ['break-not-acknowledged', 'break-not-acknowledged', 'name-not-typed'],
    ],
  ])('asks for %s', (_, confirmation, codes) => {
    const given = acknowledgeBreaks([change, doubtful], 'p/w', confirmation)
    expect([given.ok, given.problems.map(({ code }) => code)]).toEqual([false, codes])
  })

  it.each([
    ['p/w', true],
    ['  p/w\n', true],
    ['P/w', false],
    ['p/w2', false],
    ['p / w', false],
    ['p/ w', false],
    ['', false],
  ])('takes %j for the name: %s', (typedName, good) => {
    expect(acknowledgeBreaks([change], 'p/w', { reasonFor: () => 'x', typedName }).ok).toBe(good)
  })

  it('places each problem at its break, and the name at none', () => {
    const { problems } = acknowledgeBreaks([change, doubtful], 'p/w', { reasonFor: () => '\n', typedName: '' })
    expect(problems.map(({ path, severity }) => [path, severity])).toEqual([
      ['/a', 'error'],
      ['/b', 'error'],
      ['', 'error'],
    ])
    expect(problems[0]?.message).toContain(change.sentence)
  })

  it('asks for each reason by its id, and keeps what is not there away', () => {
    const asked: string[] = []
    const reasonFor = (id: string) => {
      asked.push(id)
      return 'x'.repeat(2000)
    }
    const { witness: _, component: __, ...bare } = doubtful
    const given = acknowledgeBreaks([change, bare], 'p/w', { reasonFor, typedName: 'p/w' })
    expect(asked).toEqual([change.id, doubtful.id])
    if (!given.ok) return expect.fail(JSON.stringify(given.problems))
    expect(given.value.map((one) => Object.keys(one).sort())).toEqual([
      ['component', 'effect', 'id', 'path', 'reason', 'sentence', 'witness'],
      ['effect', 'id', 'path', 'reason', 'sentence'],
    ])
  })
})
