import { describe, expect, it } from 'vitest'
import type { EngineEntry, PluginEntry } from '@/lib/catalog/entry/entry'
import type { TaskFeature } from '@/lib/catalog/entry/taskFeature'
import { testEngine } from './testEngine'
import { bareWorker, engineWith, film, pluginWith } from './testing/madeEntries'
import { testPlugin } from './testPlugin'

const worker = bareWorker()
const found = (contradictions: { code: string; path: string }[]) => contradictions.map(({ code, path }) => [code, path])
const listDisplays = { stage: 'Started', feature: 'listDisplays' } as const
const calls = film.calls ?? []
const keepsNothingOut = { properties: { film: { properties: { other: false } } } }
const argument = (name: 'valueAt' | 'keysOf', pointer: string): TaskFeature => ({
  ...film,
  calls: [
    {
      stage: 'Started',
      feature: 'openDisplay',
      arguments: { name: [name === 'keysOf' ? { keysOf: pointer } : { valueAt: pointer }] },
    },
  ],
})

describe('a plugin with one fault', () => {
  it.each<[string, TaskFeature[], [string, string][]]>([
    ['none', [film], []],
    ['none, where all that is called is named', [{ ...film, requires: ['openDisplay'] }], []],
    ['none, where what keeps tasks out is said', [{ ...film, otherwise: { properties: { film: false } } }], []],
    ['none, where the worker never does it', [{ ...film, never: { outcome: 'malformed-payload', reason: 'x' } }], []],
    [
      'a call that nothing guards',
      [{ ...film, requires: ['openDisplay'], calls: [...calls, listDisplays] }],
      [
        ['call-without-guard', 'taskFeatures[0].calls[1].feature'],
        ['accepted-without-feature', 'taskFeatures'],
      ],
    ],
    [
      'a guard that is never called',
      [{ ...film, requires: ['openDisplay', 'newShell'] }],
      [['guard-without-call', 'taskFeatures[0].requires']],
    ],
    [
      'something to keep out for nothing',
      [{ ...film, calls: [], otherwise: { properties: { film: false } } }],
      [['guard-without-call', 'taskFeatures[0].otherwise']],
    ],
    [
      'a place that is not there',
      [{ ...film, requestedBy: { path: '/films' } }],
      [['place-missing', 'taskFeatures[0].requestedBy.path']],
    ],
    [
      'an argument from a place that is not there',
      [argument('valueAt', '/film/title')],
      [['place-missing', 'taskFeatures[0].calls[0].arguments.name[0].valueAt']],
    ],
    [
      'names from a place that is not there',
      [argument('keysOf', '/film/cuts')],
      [['place-missing', 'taskFeatures[0].calls[0].arguments.name[0].keysOf']],
    ],
    ['none, with arguments that are there', [argument('valueAt', '/film/name')], []],
    ['none, with names that are there', [argument('keysOf', '/film/scenes')], []],
    [
      'something to keep out that does not',
      [{ ...film, otherwise: keepsNothingOut }],
      [['accepted-without-feature', 'taskFeatures']],
    ],
    [
      'tasks that lose what they ask for',
      [{ ...film, whenMissing: 'ignored', otherwise: keepsNothingOut }],
      [['accepted-without-feature', 'taskFeatures']],
    ],
    [
      'the same fault twice, at each place',
      [
        { ...film, requires: ['openDisplay', 'newShell'] },
        { ...film, name: 'named', requestedBy: { path: '/film/name' }, requires: ['openDisplay', 'newShell'] },
      ],
      [
        ['guard-without-call', 'taskFeatures[0].requires'],
        ['guard-without-call', 'taskFeatures[1].requires'],
      ],
    ],
  ])('has %s', (_, taskFeatures, expected) => {
    expect(found(testPlugin(pluginWith(taskFeatures), worker).contradictions)).toEqual(expected)
  })

  it('has a check of a place that is not there', () => {
    const checks: PluginEntry['checks'] = [
      { id: 'a', message: 'x', severity: 'error', at: '/film/scenes/*', rule: { kind: 'dependency' } },
      { id: 'b', message: 'x', severity: 'error', at: '/film/cuts/*', rule: { kind: 'dependency' } },
    ]
    const { contradictions } = testPlugin(pluginWith([film], { checks }), worker)
    expect(found(contradictions)).toEqual([['place-missing', 'checks[1].at']])
  })

  it('shows a payload that would be accepted, and is', () => {
    const { contradictions } = testPlugin(pluginWith([{ ...film, otherwise: keepsNothingOut }]), worker)
    const [, payload = ''] = /^The payload (.*) is accepted/.exec(contradictions[0]?.message ?? '') ?? []
    expect(JSON.parse(payload)).toHaveProperty('film')
  })

  it('is told apart from an engine that has everything', () => {
    const { cases } = testPlugin(pluginWith([film]), worker)
    const verdicts = cases.map(({ name, rows }) => [name, rows[0]?.verdict])
    expect(verdicts.filter(([, verdict]) => verdict !== 'supported')).toEqual([
      ['no feature', 'refused'],
      ['without openDisplay', 'refused'],
    ])
  })
})

describe('an engine with one fault', () => {
  const limited = (supported: EngineEntry['features'][string]['supported'], schema: object) => ({
    openDisplay: { supported, reason: 'x', arguments: { name: { schema: { ...schema }, reason: 'y' } } },
  })
  const payloadSchema = { type: 'object', properties: { film: { type: 'object', title: 'Film' } } }

  it.each<[string, EngineEntry, [string, string][]]>([
    ['none', engineWith({}), []],
    ['none, with a limit', engineWith(limited(true, { pattern: '^a' })), []],
    ['none, without a feature', engineWith({ openDisplay: { supported: false, reason: 'x' } }), []],
    [
      'a limit on what it never has',
      engineWith(limited(false, { pattern: '^a' })),
      [['argument-contradiction', 'features.openDisplay.arguments']],
    ],
    [
      'a limit that lets nothing pass',
      engineWith(limited(true, { type: 'integer' })),
      [['argument-contradiction', 'features.openDisplay.arguments']],
    ],
    ['a task feature of its own', engineWith({}, { payloadSchema, taskFeatures: [film] }), []],
    [
      'a place of its own that is not there',
      engineWith({}, { payloadSchema, taskFeatures: [{ ...film, requestedBy: { path: '/movie' } }] }),
      [['place-missing', 'taskFeatures[0].requestedBy.path']],
    ],
    [
      'a guard of its own that is never called',
      engineWith({}, { payloadSchema, taskFeatures: [{ ...film, requires: ['openDisplay', 'newShell'] }] }),
      [['guard-without-call', 'taskFeatures[0].requires']],
    ],
  ])('has %s', (_, entry, expected) => {
    expect(found(testEngine(entry, worker).contradictions)).toEqual(expected)
  })
})
