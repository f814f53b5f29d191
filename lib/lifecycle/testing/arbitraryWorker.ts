import fc from 'fast-check'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { escapePointer } from '@/lib/base/path'
import type {
  ArgumentLimit,
  Catalog,
  EngineEntry,
  EngineFeature,
  Limit,
  PluginEntry,
  WorkerEntry,
} from '@/lib/catalog/entry/entry'
import type { EngineCall, MissingOutcome, TaskFeature } from '@/lib/catalog/entry/taskFeature'
import type { Design } from '@/lib/compose/design/design'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { arbitraryFromSchema, type Words } from './arbitraryFromSchema'
import { arbitraryMutation, mutate } from './mutate'
import { type Shape, shapes } from './shapes'

/** A catalog with a made-up engine and made-up plugins, a design of them all, and a payload. */
export interface MadeUpWorker {
  catalog: Catalog
  design: Design
  payload: JsonValue
}

const FEATURES = ['alpha', 'beta', 'gamma']
const NAMES = ['one', 'th/ree~', 'a.b', 'constructor']
const texts = ['x', 'xx', 'y', 'X', '', 'x y']
const words: Words = { '*': [...texts, 'label', '__proto__', '*'], label: texts, '': texts }
const plain = { noNullPrototype: true }
const outcome = fc.constantFrom<MissingOutcome>('malformed-payload', 'ignored', 'fatal')
const sometimes = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 })
const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 7, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })

/** Some calls are made only where the place that asks is so. */
const conditions: JsonObject[] = [{ const: true }, { required: ['label'] }, { pattern: '^x' }, { not: { const: 'x' } }]
const argumentSchemas: JsonObject[] = [{ pattern: '^[a-z]+$' }, { enum: ['x', 'y'] }, { not: { const: 'x' } }]
const argumentLimit = fc
  .constantFrom(...argumentSchemas)
  .map((schema): ArgumentLimit => ({ schema, reason: 'the engine is made so' }))

const engineFeature = fc.tuple(fc.constantFrom(true, true, false, 'config.on'), sometimes(argumentLimit)).map(
  ([supported, limit]): EngineFeature => ({
    supported,
    reason: 'it is made up',
    ...(limit ? { arguments: { name: limit } } : {}),
  }),
)

const engine = fc.tuple(...FEATURES.map(() => engineFeature)).map(
  (made): EngineEntry => ({
    ...common('made'),
    kind: 'engine',
    platforms: [],
    volumeSchema: {},
    maxConcurrency: 0,
    payloadSchema: { type: 'object', properties: { command: { type: 'string' } }, required: ['command'] },
    features: Object.fromEntries(FEATURES.map((name, i) => [name, made[i] ?? { supported: false }])),
  }),
)

/** A plugin with one property, and a value for it. */
function plugin(name: string): fc.Arbitrary<{ entry: PluginEntry; value: JsonValue | undefined }> {
  const at = (below: string) => `/${escapePointer(name)}${below}`
  return fc.constantFrom(...shapes).chain((shape) =>
    fc
      .record({
        features: fc.array(taskFeature(shape, at), { maxLength: 3 }),
        limit: seldom(fc.tuple(fc.constantFrom(...shape.overlays), fc.constantFrom('refused', 'dropped'))),
        required: seldom(fc.constant(true)),
        value: fc.oneof({ weight: 4, arbitrary: arbitraryFromSchema(shape.schema, words) }, fc.constant(undefined)),
      })
      .map(({ features, limit, required, value }) => ({
        entry: pluginEntry(name, shape, features, limit, required === true),
        value,
      })),
  )
}

function taskFeature(shape: Shape, at: (below: string) => string): fc.Arbitrary<Omit<TaskFeature, 'name'>> {
  const call = fc
    .record({
      stage: fc.constantFrom('NewTaskPlugin', 'BuildSandbox', 'Stopped'),
      feature: fc.constantFrom(...FEATURES),
      when: seldom(fc.constantFrom(...conditions)),
      argument: sometimes(fc.constantFrom(...shape.arguments)),
    })
    .map(
      ({ stage, feature, when, argument }): EngineCall => ({
        stage,
        feature,
        ...(when ? { when } : {}),
        ...(argument ? { arguments: { name: [argument(at)] } } : {}),
      }),
    )
  return fc
    .record({
      request: fc.constantFrom(...shape.requests),
      calls: fc.array(call, { maxLength: 2 }),
      more: seldom(fc.constantFrom(...FEATURES)),
      whenMissing: sometimes(outcome),
      never: seldom(outcome),
    })
    .map(({ request, calls, more, whenMissing, never }) => ({
      title: 'Something',
      requestedBy: request(at),
      calls,
      ...(more ? { requires: [...calls.map(({ feature }) => feature), more] } : {}),
      ...(whenMissing ? { whenMissing } : {}),
      ...(never ? { never: { outcome: never, reason: 'it is made so' } } : {}),
    }))
}

function pluginEntry(
  name: string,
  { schema }: Shape,
  features: Omit<TaskFeature, 'name'>[],
  limit: [JsonObject, string] | undefined,
  required: boolean,
): PluginEntry {
  const overlay: JsonObject = { properties: { [name]: limit?.[0] ?? {} } }
  const kind = limit?.[1] === 'dropped' ? 'dropped' : 'refused'
  const limits: Limit[] = limit ? [{ id: 'limit', title: 'Limit', reason: 'it is made so', overlay, kind }] : []
  return {
    ...common(name),
    kind: 'plugin',
    whenDisabled: 'refused',
    payloadSchema: { type: 'object', properties: { [name]: schema }, ...(required ? { required: [name] } : {}) },
    taskFeatures: features.map((feature, i) => ({ name: `feature${i}`, ...feature })),
    limits,
  }
}

function common(name: string) {
  const configSchema = { type: 'object' }
  return { worker: 'taskcluster-worker', name, version: '1.0.0', title: name, description: name, configSchema }
}

/** Made-up engines and plugins, with designs and payloads for them. */
export function arbitraryWorker(worker: WorkerEntry): fc.Arbitrary<MadeUpWorker> {
  const config = fc.record({ on: fc.boolean(), names: fc.constantFrom<JsonObject>({}, { x: 1 }, { 'X X': 1 }) }, plain)
  return fc
    .record({
      engine,
      plugins: fc.tuple(...NAMES.map((name) => sometimes(plugin(name)))),
      config,
      strict: fc.boolean(),
      mutations: fc.array(arbitraryMutation, { maxLength: 2, size: 'small' }),
    })
    .map(({ engine, plugins, config, strict, mutations }) => {
      const made = plugins.filter((one) => one !== undefined)
      const entries = Object.fromEntries(made.map(({ entry }) => [entry.name, entry]))
      const values = made.flatMap(({ entry, value }) => (value === undefined ? [] : [[entry.name, value]]))
      const payload: JsonValue = Object.fromEntries([['command', 'true'], ...values])
      const configs = Object.fromEntries(made.map(({ entry }) => [entry.name, config]))
      return {
        catalog: { workers: { 'taskcluster-worker': { worker, engines: { made: engine }, plugins: entries } } },
        design: exampleDesign('made', configs, { strict, engine: { name: 'made', config } }),
        payload: mutations.reduce(mutate, payload),
      }
    })
}
