import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import type { EngineFeature } from '@/lib/catalog/entry/entry'
import type { CallArgument, RequestedBy, TaskFeature } from '@/lib/catalog/entry/taskFeature'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { madeUpCatalog } from '@/lib/compose/testing/madeUpCatalog'
import { findViolations } from '@/lib/schema/validate/findViolations'

const limited: EngineFeature = {
  supported: true,
  arguments: { name: { schema: { pattern: '^[a-z]+$' }, reason: 'the engine is made so' } },
}
const thing: JsonObject = {
  type: 'object',
  additionalProperties: false,
  properties: { on: { type: 'boolean' }, name: { type: 'string' } },
}
const properties: JsonObject = {
  one: thing,
  list: { type: 'array', items: thing },
  map: { type: 'object', additionalProperties: thing },
}

function compose(feature: Partial<TaskFeature> & { requestedBy: RequestedBy }, source: CallArgument, strict = true) {
  const calls: TaskFeature['calls'] = [{ stage: 'BuildSandbox', feature: 'limited', arguments: { name: [source] } }]
  const features = { limited, missing: { supported: false } }
  const catalog = madeUpCatalog(features, properties, [
    { name: 'feature', ...feature, calls: [...calls, ...(feature.calls ?? [])] },
  ])
  return composeWorkerType(exampleDesign('made', { made: { names: { a: 1 } } }, { strict }), catalog)
}

describe('argumentNarrowings', () => {
  it.each<[string, RequestedBy, CallArgument, [JsonValue, boolean][]]>([
    [
      'beside the place that asks',
      { path: '/one/on', when: { const: true } },
      { valueAt: '/one/name' },
      [
        [{ one: { on: true, name: 'a' } }, true],
        [{ one: { on: true, name: 'A' } }, false],
        [{ one: { on: false, name: 'A' } }, true],
        [{ one: { name: 'A' } }, true],
      ],
    ],
    [
      'beside a place that asks by being left out',
      { path: '/one/on', when: { const: true }, byDefault: true },
      { valueAt: '/one/name' },
      [
        [{ one: { name: 'A' } }, false],
        [{ one: { on: false, name: 'A' } }, true],
      ],
    ],
    [
      'above the place that asks',
      { path: '/map/*/on', when: { const: true } },
      { keysOf: '/map' },
      [
        [{ map: { a: { on: true } } }, true],
        [{ map: { A: { on: true } } }, false],
        [{ map: { A: { on: false } } }, true],
      ],
    ],
    [
      'of any item, where the pattern does not begin with the place that asks',
      { path: '/list/*/on', when: { const: true } },
      { valueAt: '/list/*/name' },
      [
        [{ list: [{ on: true }, { name: 'A' }] }, false],
        [{ list: [{ on: false }, { name: 'A' }] }, true],
      ],
    ],
    [
      'of the item that asks',
      { path: '/list/*', when: { type: 'object', required: ['on'] } },
      { valueAt: '/list/*/name' },
      [
        [{ list: [{ on: true }, { name: 'A' }] }, true],
        [{ list: [{ on: true, name: 'A' }] }, false],
      ],
    ],
    ['of members of a map', { path: '/map/*' }, { valueAt: '/map/*/name' }, [[{ map: { x: { name: 'A' } } }, false]]],
  ])('narrows an argument %s', (_, requestedBy, source, payloads) => {
    const { effectiveSchema = {} } = compose({ requestedBy }, source)
    const accepted = payloads.map(([payload]) => [payload, findViolations(effectiveSchema, payload).length === 0])
    expect(accepted).toEqual(payloads)
  })

  it('keeps out requests whose argument is always refused, and nothing else', () => {
    const requestedBy = { path: '/one/on', when: { const: true } }
    const { effectiveSchema = {}, restrictions, problems } = compose({ requestedBy }, { constant: 'A' })
    expect(findViolations(effectiveSchema, { one: { on: true } })).toHaveLength(1)
    expect(findViolations(effectiveSchema, { one: { on: false } })).toEqual([])
    expect(restrictions.map(({ id, kind }) => [id, kind])).toEqual([['made/feature/limited.name', 'refused']])
    expect(problems.filter(({ code }) => code === 'no-task-can-run')).toEqual([])
  })

  it('is an error where every task makes the call', () => {
    const { effectiveSchema, problems } = compose({ requestedBy: { always: true } }, { constant: 'A' })
    expect(effectiveSchema).toBeUndefined()
    expect(problems.map(({ code }) => code)).toContain('no-task-can-run')
  })

  it('holds for the calls that are left of a feature of which something is missing', () => {
    const feature: Partial<TaskFeature> & { requestedBy: RequestedBy } = {
      requestedBy: { path: '/one/name' },
      calls: [{ stage: 'BuildSandbox', feature: 'missing' }],
      whenMissing: 'ignored',
    }
    const { effectiveSchema = {} } = compose(feature, { valueAt: '/one/name' }, false)
    expect(findViolations(effectiveSchema, { one: { name: 'a' } })).toEqual([])
    expect(findViolations(effectiveSchema, { one: { name: 'A' } })).toHaveLength(1)
  })
})
