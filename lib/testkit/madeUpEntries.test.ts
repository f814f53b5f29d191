import { describe, expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import type { TaskFeature } from '@/lib/catalog/entry/taskFeature'
import { compilePayloadValidator } from '@/lib/schema/validate/compilePayloadValidator'
import { askingPayload } from './askingPayloads'
import { hideSecrets, kitConfigs } from './kitComposition'
import { madeUpEngine, madeUpPlugin } from './madeUp'
import { bareWorker, engineWith, film, pluginWith } from './testing/madeEntries'

const { worker } = bareWorker()
const vocabulary = Object.keys(worker.engineFeatures)

describe('madeUpEngine', () => {
  it('has all of the vocabulary but what it lacks, and says why it lacks that', () => {
    const { features } = madeUpEngine(worker, ['openDisplay', 'no such feature'])
    expect(Object.keys(features)).toEqual(vocabulary)
    const lacking = Object.entries(features).filter(([, { supported }]) => supported !== true)
    expect(lacking).toEqual([['openDisplay', { supported: false, reason: 'it is made so' }]])
  })
})

describe('madeUpPlugin', () => {
  it.each(vocabulary)('asks for %s by a property of its own, which an empty object satisfies', (feature) => {
    const { payloadSchema, taskFeatures = [] } = madeUpPlugin(feature, engineWith({}), bareWorker())
    expect(taskFeatures).toMatchObject([{ name: feature, calls: [{ feature }] }])
    const [property = ''] = Object.keys(Object(Object(payloadSchema).properties))
    expect(taskFeatures[0]?.requestedBy.path).toBe(`/${property}`)
    const validator = compilePayloadValidator(Object(payloadSchema))
    expect([{ [property]: {} }, { [property]: { more: 1 } }].map((value) => validator.accepts(value))).toEqual([
      true,
      false,
    ])
  })

  it('has a text for each argument that the engine limits', () => {
    const engine = engineWith({
      openDisplay: { supported: true, arguments: { name: { schema: { pattern: 'a' }, reason: 'x' } } },
    })
    const { payloadSchema, taskFeatures } = madeUpPlugin('openDisplay', engine, bareWorker())
    expect(taskFeatures?.[0]?.calls?.[0]?.arguments).toEqual({ name: [{ valueAt: '/usesOpenDisplay/name' }] })
    const validator = compilePayloadValidator(Object(payloadSchema))
    expect(validator.accepts({ usesOpenDisplay: {} })).toBe(false)
    expect(validator.accepts({ usesOpenDisplay: { name: 'b' } })).toBe(true)
  })

  it('calls it at the stage at which a plugin of the worker does', () => {
    const plugin = pluginWith([{ ...film, calls: [{ stage: 'Prepare', feature: 'openDisplay' }] }])
    const made = madeUpPlugin('openDisplay', engineWith({}), { ...bareWorker(), plugins: { film: plugin } })
    expect(made.taskFeatures?.[0]?.calls?.[0]?.stage).toBe('Prepare')
  })
})

describe('askingPayload', () => {
  const schema: JsonObject = {
    type: 'object',
    additionalProperties: false,
    properties: {
      film: {
        type: 'object',
        properties: { sound: { type: 'boolean' }, name: { type: 'string' } },
        additionalProperties: false,
      },
      list: { type: 'array', items: { type: 'object', properties: { big: { type: 'boolean' } } } },
      map: { type: 'object', additionalProperties: { type: 'integer' } },
    },
  }
  const asking = (requestedBy: TaskFeature['requestedBy'], call?: JsonObject) =>
    askingPayload(schema, { ...film, requestedBy }, call && { stage: 'Started', feature: 'x', when: call })

  const has = (name: string, member: JsonObject = {}): JsonObject => ({
    required: [name],
    properties: { [name]: member },
  })
  it.each<[string, TaskFeature['requestedBy'], JsonObject | undefined, JsonObject]>([
    ['at a place', { path: '/film' }, undefined, has('film')],
    [
      'with a value',
      { path: '/film/sound', when: { const: true } },
      undefined,
      has('film', has('sound', { const: true })),
    ],
    ['so that a call is made', { path: '/film' }, has('name'), has('film', has('name'))],
    [
      'in a list',
      { path: '/list/*/big', when: { const: true } },
      undefined,
      has('list', { contains: has('big', { const: true }) }),
    ],
    [
      'in a map',
      { path: '/map/*', when: { minimum: 7 } },
      undefined,
      has('map', { minProperties: 1, additionalProperties: { minimum: 7 } }),
    ],
    ['without any place', {}, undefined, { maxProperties: 0 }],
  ])('asks %s', (_, requestedBy, call, wanted) => {
    const payload = asking(requestedBy, call) ?? null
    for (const one of [schema, wanted]) expect(compilePayloadValidator(one).accepts(payload)).toBe(true)
  })

  it.each<[string, TaskFeature['requestedBy']]>([
    ['a place that is not there', { path: '/movie' }],
    ['a value that cannot be', { path: '/film/sound', when: { const: 'loud' } }],
  ])('finds none for %s', (_, requestedBy) => {
    expect(asking(requestedBy)).toBeUndefined()
  })
})

describe('configurations to test with', () => {
  it('have a reference in place of every secret, at any depth', () => {
    const secret: JsonObject = { type: 'string', secret: true }
    const schema: JsonObject = {
      type: 'object',
      properties: {
        token: secret,
        list: { type: 'array', items: { type: 'object', properties: { key: secret } } },
        plain: {},
      },
    }
    const config: JsonValue = { token: 'a', list: [{ key: 'b', other: 1 }, {}], plain: 'c' }
    const hidden = { $env: 'SECRET' }
    expect(hideSecrets(schema, config)).toEqual({ token: hidden, list: [{ key: hidden, other: 1 }, {}], plain: 'c' })
    expect(config).toMatchObject({ token: 'a', list: [{ key: 'b' }, {}] })
    expect(hideSecrets({}, config)).toEqual(config)
  })

  it('are those that templates tell apart, the fullest first', () => {
    const configSchema: JsonObject = {
      type: 'object',
      additionalProperties: false,
      properties: { loud: { type: 'boolean' }, other: { type: 'boolean' } },
    }
    const payloadSchema = { type: 'object', additionalProperties: { $eval: "!('loud' in config && config.loud)" } }
    const configs = kitConfigs(pluginWith([], { configSchema, payloadSchema }))
    expect(configs[0]).toHaveProperty('other')
    expect(new Set(configs.map((config) => Object(config).loud))).toEqual(new Set([true, false, undefined]))
  })

  it('are an empty one where the schema takes none', () => {
    expect(kitConfigs(pluginWith([], { configSchema: { not: {} } }))).toEqual([{}])
  })
})
