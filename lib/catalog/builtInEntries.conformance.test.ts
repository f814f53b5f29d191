import { Ajv, type ErrorObject } from 'ajv'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import type { TemplateContext } from './entry/entry'
import { loadCatalog } from './loadCatalog'
import { renderTemplate } from './template/renderTemplate'
import { acceptedCases, casesRefusedAtLoad, type RecordedConfig } from './testing/conformance'
import { schemaStructure } from './testing/schemaStructure'

const catalog = loadCatalog().workers['taskcluster-worker']

function entriesOf({ config }: RecordedConfig) {
  const disabled = Array.isArray(config.plugins.disabled) ? config.plugins.disabled : []
  const engine = catalog?.engines[config.engine]
  if (catalog === undefined || engine === undefined) throw new Error(`there is no engine ${config.engine}`)
  const plugins = Object.keys(config.plugins).filter((name) => name !== 'disabled' && !disabled.includes(name))
  const context = (own: JsonValue): TemplateContext => ({
    config: own,
    settings: config.settings,
    engine: { platforms: [], name: engine.name, volumeSchema: engine.volumeSchema },
    plugins: {},
    workerVersion: '0.0.0',
    provisionerId: 'recorded',
    workerType: 'case',
    pool: { provider: '', brings: [] },
  })
  return [
    { entry: engine, context: context(config.engines[config.engine] ?? null) },
    ...plugins.sort().map((name) => ({ entry: catalog.plugins[name], context: context(config.plugins[name] ?? null) })),
    { entry: catalog.worker, context: context(config.settings) },
  ]
}

/** The base schema as the worker makes it: all properties side by side, what is required of each, nothing else. */
function baseSchema(recorded: RecordedConfig): JsonObject {
  const properties: JsonObject = {}
  const required: JsonValue[] = []
  for (const { entry, context } of entriesOf(recorded)) {
    const part = renderTemplate(entry?.payloadSchema ?? {}, context, entry?.name)
    const declared = isJsonObject(part) ? getOwn(part, 'properties') : undefined
    const demanded = isJsonObject(part) ? getOwn(part, 'required') : undefined
    if (isJsonObject(declared)) Object.assign(properties, declared)
    if (Array.isArray(demanded)) required.push(...demanded)
  }
  return {
    type: 'object',
    additionalProperties: false,
    ...(Object.keys(properties).length === 0 ? {} : { properties }),
    ...(required.length === 0 ? {} : { required }),
  }
}

/** Places where a configuration breaks the schemas of the entries, as the worker writes them: `config.engines.x.y`. */
function brokenPlaces({ config }: RecordedConfig): string[] {
  const ajv = addFormats.default(new Ajv({ strict: false, allErrors: true, unicodeRegExp: false }), [
    'uri',
    'date-time',
  ])
  const check = (schema: JsonObject | undefined, value: JsonValue, place: string): string[] => {
    if (schema === undefined) return [place]
    const validate = ajv.compile(schema)
    if (validate(value)) return []
    return (validate.errors ?? []).map(({ instancePath, params }: ErrorObject) => {
      const extra = params.missingProperty ?? params.additionalProperty
      const path = instancePath.replaceAll(/\/(\d+)/g, '[$1]').replaceAll('/', '.')
      return `${place}${path}${extra === undefined ? '' : `.${extra}`}`
    })
  }
  return [
    ...Object.entries(config.engines).flatMap(([name, own]) =>
      check(catalog?.engines[name]?.configSchema, own, `config.engines.${name}`),
    ),
    ...Object.entries(config.plugins).flatMap(([name, own]) =>
      name === 'disabled' ? [] : check(catalog?.plugins[name]?.configSchema, own, `config.plugins.${name}`),
    ),
    ...check(catalog?.worker.configSchema, config.settings, 'config'),
  ]
}

describe('the entries of taskcluster-worker against the real program', () => {
  it.each(acceptedCases())('$name: the payload schema', (recorded) => {
    expect(schemaStructure(baseSchema(recorded))).toEqual(schemaStructure(recorded.schema))
  })

  it.each(acceptedCases())('$name: the configuration', (recorded) => {
    expect(brokenPlaces(recorded)).toEqual([])
  })

  it.each(casesRefusedAtLoad())('$name: the place that is refused', (recorded) => {
    // lists of names and of transforms belong to the configuration file as a whole, not to an entry
    const places = recorded.at.filter((place) => !/^config(\[|\.plugins(\.disabled|$))/.test(place))
    expect(brokenPlaces(recorded)).toEqual(expect.arrayContaining(places))
  })
})
