import fc from 'fast-check'
import { isJsonObject, type JsonValue } from '@/lib/base/json'
import type { Catalog } from '@/lib/catalog/entry/entry'
import { composeWorkerType } from '@/lib/compose/composeWorkerType'
import type { Composition } from '@/lib/compose/composition'
import { exampleDesign } from '@/lib/compose/testing/exampleDesign'
import { samplePayload } from '@/lib/schema/sample/samplePayload'
import { compilePayloadValidator } from '@/lib/schema/validate/compilePayloadValidator'
import { scriptProperties } from './arbitraryDesign'
import { arbitraryFromSchema } from './arbitraryFromSchema'
import { everyPlugin } from './everyPlugin'
import { engineProperties, pluginProperties } from './everyProperty'
import { arbitraryMutation, type Mutation, mutate } from './mutate'
import { words } from './words'

/** How to make a payload for any worker type of an engine. */
export interface PayloadRecipe {
  /** with values for all that the engine and any plugin may offer */
  values: JsonValue
  /** as it is, as the effective schema wants it, or a sample of that schema */
  kind: 'plain' | 'fitted' | 'sample'
  mutations: Mutation[]
}

const engineConfigs: Record<string, JsonValue> = {
  docker: { privileged: 'allow' },
  script: { command: ['/bin/true'], schema: { type: 'object', properties: scriptProperties, required: [] } },
}

/** Recipes for payloads on an engine, made from the schema that the worker has when all of its plugins are on. */
export function arbitraryPayload(catalog: Catalog, engine: string): fc.Arbitrary<PayloadRecipe> {
  const design = exampleDesign(engine, everyPlugin)
  const config = engineConfigs[engine] ?? design.engine.config
  const { unrestrictedSchema } = composeWorkerType({ ...design, engine: { name: engine, config } }, catalog)
  if (unrestrictedSchema === undefined) throw new Error(`${engine} has no payload schema`)
  const properties = isJsonObject(unrestrictedSchema.properties) ? unrestrictedSchema.properties : {}
  const all = { ...properties, supersederUrl: { type: 'string', format: 'uri' } }
  return fc.record({
    values: arbitraryFromSchema({ ...unrestrictedSchema, properties: all }, words),
    kind: fc.oneof(
      { weight: 10, arbitrary: fc.constant('plain' as const) },
      { weight: 9, arbitrary: fc.constant('fitted' as const) },
      { weight: 1, arbitrary: fc.constant('sample' as const) },
    ),
    mutations: fc.array(arbitraryMutation, { maxLength: 2, size: 'small' }),
  })
}

/** The payload of a recipe for a worker type. */
export function makePayload({ values, kind, mutations }: PayloadRecipe, composition: Composition): JsonValue {
  return mutations.reduce(mutate, unmutated(values, kind, composition))
}

function unmutated(values: JsonValue, kind: PayloadRecipe['kind'], composition: Composition): JsonValue {
  const { unrestrictedSchema = {}, effectiveSchema } = composition
  if (kind === 'sample' && effectiveSchema) return samplePayload(effectiveSchema, { size: 'full' }) ?? values
  const offered = isJsonObject(unrestrictedSchema.properties) ? unrestrictedSchema.properties : {}
  const members = Object.entries(isJsonObject(values) ? values : {}).filter(([name]) => Object.hasOwn(offered, name))
  const required = Array.isArray(unrestrictedSchema.required) ? unrestrictedSchema.required : []
  const usual = { ...engineProperties[composition.engine], ...pluginProperties }
  const missing = Object.entries(usual).filter(([name]) => required.includes(name))
  const payload = Object.fromEntries([...missing, ...members])
  if (kind === 'plain' || effectiveSchema === undefined) return payload
  const refused = new Set(compilePayloadValidator(effectiveSchema)(payload).map(({ path }) => path.split('/')[1]))
  return Object.fromEntries(Object.entries(payload).filter(([name]) => !refused.has(name)))
}
