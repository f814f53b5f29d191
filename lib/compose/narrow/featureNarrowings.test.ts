import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import type { TaskFeature } from '@/lib/catalog/entry/taskFeature'
import { resolveDesign } from '@/lib/compose/resolve/resolveDesign'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { madeUpCatalog } from '@/lib/compose/testing/madeUpCatalog'
import { featureNarrowings } from './featureNarrowings'

const base: JsonObject = {
  type: 'object',
  properties: { on: {}, list: {}, deep: { type: 'object' } },
  patternProperties: { '^x-': { type: 'array', items: { type: 'object' } } },
  additionalProperties: false,
}
const missing: TaskFeature['calls'] = [{ stage: 'Started', feature: 'missing' }]

function narrow(feature: Omit<TaskFeature, 'name' | 'title'>, strict: boolean, config: JsonValue = {}, offered = base) {
  const catalog = madeUpCatalog(
    { missing: { supported: false, reason: 'it is made so' }, there: { supported: true } },
    {},
    [{ name: 'one', ...feature }],
  )
  const resolved = resolveDesign(exampleDesign('made', { made: config }, { strict }), catalog)
  const [component] = resolved.ok ? resolved.value.plugins : []
  if (!resolved.ok || component === undefined) throw new Error('unresolved')
  const { narrowings, problems } = featureNarrowings(component, resolved.value, offered)
  return {
    overlays: narrowings.map(({ overlay }) => overlay),
    narrowings,
    problems: problems.map(({ code, severity, path, component: who }) => `${severity} ${code} ${path} (${who})`),
  }
}

const noTask = 'error no-task-can-run plugins.made (plugin made)'
const noEffect = 'warning feature-has-no-effect plugins.made (plugin made)'
const byDefault = 'warning default-has-no-effect plugins.made (plugin made)'
const less = 'warning tasks-get-less plugins.made (plugin made)'
const on = { path: '/on', when: { const: true } }
const refuseOn = { properties: { on: { not: { const: true } } } }

describe('featureNarrowings', () => {
  it.each<
    [string, Omit<TaskFeature, 'name' | 'title'>, strict: [JsonObject[], string[]], loose: [JsonObject[], string[]]]
  >([
    ['works', { requestedBy: on, calls: [{ stage: 'Started', feature: 'there' }] }, [[], []], [[], []]],
    ['is refused', { requestedBy: on, calls: missing }, [[refuseOn], []], [[refuseOn], []]],
    ['is dropped', { requestedBy: on, calls: missing, whenMissing: 'ignored' }, [[refuseOn], []], [[], [less]]],
    ['is fatal', { requestedBy: on, calls: missing, whenMissing: 'fatal' }, [[refuseOn], []], [[refuseOn], []]],
    [
      'has an overlay of its own',
      { requestedBy: on, calls: missing, otherwise: { required: ['x'] } },
      [[{ required: ['x'] }], []],
      [[{ required: ['x'] }], []],
    ],
    [
      'is asked for by any value',
      { requestedBy: { path: '/on' }, calls: missing },
      [[{ properties: { on: false } }], []],
      [[{ properties: { on: false } }], []],
    ],
    [
      'is on by default at the top, and refused',
      { requestedBy: { ...on, byDefault: true }, calls: missing },
      [[{ properties: { on: { not: { const: true } } }, required: ['on'] }], []],
      [[{ properties: { on: { not: { const: true } } }, required: ['on'] }], []],
    ],
    [
      'is on by default at the top, and dropped',
      { requestedBy: { ...on, byDefault: true }, calls: missing, whenMissing: 'ignored' },
      [[refuseOn], [byDefault]],
      [[], [byDefault]],
    ],
    [
      'is on by default inside',
      {
        requestedBy: { path: '/deep/on', when: { const: true }, byDefault: true },
        calls: missing,
        whenMissing: 'ignored',
      },
      [[{ properties: { deep: { properties: { on: { not: { const: true } } }, required: ['on'] } } }], []],
      [[], [less]],
    ],
    ['every task needs', { requestedBy: { always: true }, calls: missing }, [[], [noTask]], [[], [noTask]]],
    [
      'every task needs and one may ask for',
      { requestedBy: { ...on, always: true }, calls: missing },
      [[], [noTask]],
      [[], [noTask]],
    ],
    [
      'every task gets, and does not',
      { requestedBy: { always: true }, calls: missing, whenMissing: 'ignored' },
      [[], [noEffect]],
      [[], [noEffect]],
    ],
    [
      'every task gets and one may ask for',
      { requestedBy: { ...on, always: true }, calls: missing, whenMissing: 'ignored' },
      [[refuseOn], [noEffect]],
      [[], [noEffect]],
    ],
    [
      'is never done',
      { requestedBy: on, never: { outcome: 'malformed-payload', reason: 'never' } },
      [[refuseOn], []],
      [[refuseOn], []],
    ],
    [
      'is never listened to',
      { requestedBy: on, never: { outcome: 'ignored', reason: 'never' } },
      [[refuseOn], []],
      [[], [less]],
    ],
    [
      'items ask for, by a name that a pattern lets in',
      { requestedBy: { path: '/x-a/*/on' }, calls: missing, whenMissing: 'ignored' },
      [
        [
          {
            properties: {
              'x-a': {
                items: { properties: { on: false } },
                additionalProperties: { properties: { on: false } },
              },
            },
          },
        ],
        [],
      ],
      [[], [less]],
    ],
    [
      'the payload does not offer',
      { requestedBy: { path: '/gone' }, calls: missing, whenMissing: 'ignored' },
      [[{ properties: { gone: false } }], []],
      [[], []],
    ],
  ])('a feature that %s', (_, feature, strict, loose) => {
    for (const [isStrict, [overlays, problems]] of [[true, strict] as const, [false, loose] as const]) {
      const found = narrow(feature, isStrict)
      expect(found.overlays).toEqual(overlays)
      expect(found.problems).toEqual(problems)
    }
  })

  it('asks for every task only under its condition', () => {
    const feature = { requestedBy: { path: '/on', always: "'always' in config && config.always" }, calls: missing }
    expect(narrow(feature, true, {}).problems).toEqual([])
    expect(narrow(feature, true, {}).overlays).toHaveLength(1)
    expect(narrow(feature, true, { always: true }).problems).toEqual([noTask])
  })

  it('says what is missing, why, and what would become of the task', () => {
    const { narrowings } = narrow({ requestedBy: on, calls: missing, whenMissing: 'ignored' }, true)
    expect(narrowings).toMatchObject([
      {
        outcome: 'ignored',
        restriction: {
          id: 'made/one',
          component: 'plugin made',
          title: 'one',
          engine: 'made',
          missing: ['missing'],
          kind: 'dropped',
          paths: ['/on'],
          reason: 'engine made has no missing: it is made so',
        },
      },
    ])
    expect(narrow({ requestedBy: on, calls: missing }, true).narrowings).toMatchObject([
      { outcome: 'malformed-payload', restriction: { kind: 'refused' } },
    ])
    expect(narrow({ requestedBy: on, never: { outcome: 'fatal', reason: 'never' } }, true).narrowings).toMatchObject([
      { outcome: 'fatal', restriction: { kind: 'refused', missing: [], reason: 'never' } },
    ])
  })
})
