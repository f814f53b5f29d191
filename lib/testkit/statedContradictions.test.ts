import { expect, it } from 'vitest'
import type { TaskFeature } from '@/lib/catalog/entry/taskFeature'
import { statedContradictions } from './statedContradictions'
import { film, pluginWith } from './testing/madeEntries'

const told = (...features: TaskFeature[]) =>
  statedContradictions(pluginWith(features)).map(({ code, path }) => `${code} ${path}`)
const open = 'call-without-guard taskFeatures[0].calls[0].feature'
const unguarded: TaskFeature = { ...film, requires: [] }
const guard = (requestedBy: TaskFeature['requestedBy']): TaskFeature => ({ ...film, name: 'guard', requestedBy })

it.each<[string, TaskFeature[], string[]]>([
  ['nothing to contradict', [], []],
  ['a call that is its own guard', [film], []],
  ['a call without any', [unguarded], [open]],
  ['a guard of every task', [unguarded, guard({ always: true })], []],
  ['a guard of some tasks', [unguarded, guard({ always: 'config.on' })], [open]],
  ['a guard of the same place', [unguarded, guard({ path: '/film' })], []],
  [
    'a guard of a place around it',
    [{ ...unguarded, requestedBy: { path: '/film/name' } }, guard({ path: '/film' })],
    [],
  ],
  ['a guard of a place inside of it', [unguarded, guard({ path: '/film/name' })], [open]],
  [
    'a guard of a name that begins alike',
    [{ ...unguarded, requestedBy: { path: '/filmed' } }, guard({ path: '/film' })],
    [open],
  ],
  ['a guard under a condition', [unguarded, guard({ path: '/film', when: { const: 1 } })], [open]],
  ['a guard where the place is absent too', [unguarded, guard({ path: '/film', byDefault: true })], [open]],
  [
    'a guard of another feature',
    [unguarded, { ...guard({ path: '/film' }), calls: [{ stage: 'Started', feature: 'newShell' }] }],
    [open],
  ],
  [
    'one of several, which guards none of them',
    [{ ...film, requires: { anyOf: ['openDisplay', 'listDisplays'] } }],
    [open, 'guard-without-call taskFeatures[0].requires'],
  ],
  [
    'a guard that another feature calls',
    [{ ...film, calls: [], requires: ['openDisplay'] }, { ...guard({ path: '/film' }) }],
    [],
  ],
  [
    'two guards that nobody calls',
    [{ ...film, requires: ['openDisplay', 'a', 'b'] }],
    ['guard-without-call taskFeatures[0].requires', 'guard-without-call taskFeatures[0].requires'],
  ],
  ['what is kept out for a guard', [{ ...film, calls: [], requires: [], otherwise: {} }], []],
  [
    'what is kept out for nothing',
    [{ ...film, calls: [], otherwise: {} }],
    ['guard-without-call taskFeatures[0].otherwise'],
  ],
  ['what is never done, whatever it says', [{ ...unguarded, never: { outcome: 'ignored', reason: 'x' } }], []],
])('finds in %s', (_, features, expected) => {
  expect(told(...features)).toEqual(expected)
})

it('names entry and feature, and says what to do', () => {
  const [problem] = statedContradictions(pluginWith([unguarded]))
  expect(problem).toMatchObject({ component: 'plugin film', severity: 'error' })
  expect(problem?.message).toContain('Film calls openDisplay')
  expect(problem?.help).toContain('Name openDisplay in requires')
})
