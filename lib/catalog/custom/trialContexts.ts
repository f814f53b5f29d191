import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { pointerSegments } from '@/lib/base/path'
import { engineFacts } from '@/lib/catalog/entry/engineFacts'
import type { TemplateContext, WorkerCatalog, WorkerEntry } from '@/lib/catalog/entry/entry'
import { checkDraft4Schema } from '@/lib/schema/check/checkDraft4Schema'
import { samplePayload } from '@/lib/schema/sample/samplePayload'
import { findViolations } from '@/lib/schema/validate/findViolations'
import { configSwitches, mostSwitches } from './configSwitches'
import type { CustomEntry, Finding } from './customEntry'

/**
 * The contexts in which an entry's templates are tried out: every configuration of `configSwitches`, with settings of the worker that say
 * nothing and that say everything, on each engine whose volumes differ. `names` are those that the templates mention.
 */
export function trialContexts(
  entry: CustomEntry,
  catalog: WorkerCatalog,
  names: ReadonlySet<string>,
): { contexts: TemplateContext[]; findings: Finding[] } {
  const configs = configSwitches(entry.configSchema, names)
  const place = ['configSchema']
  if (configs === undefined) {
    const message = `The templates look at more than ${mostSwitches} members of the configuration, which are too many to be tried out.`
    return { contexts: [], findings: [{ code: 'template-unbounded', place, message }] }
  }
  const started = configs.filter((config) => passesStartChecks(entry, config))
  const [first] = started
  if (first === undefined) {
    const message = 'No configuration was found that this schema and the start checks accept.'
    const help = 'Give its members examples or defaults that fit.'
    return { contexts: [], findings: [{ place, message, help }] }
  }
  const settings = names.has('settings') ? workerSettings(catalog.worker) : [{}]
  const engines = names.has('engine') ? enginesFor(entry, catalog) : enginesFor(entry, catalog).slice(0, 1)
  const context = (config: JsonValue, setting: JsonObject, engine: TemplateContext['engine']): TemplateContext => ({
    config,
    settings: setting,
    engine,
    plugins: {},
    workerVersion: catalog.worker.latest ?? '0.0.0',
    provisionerId: 'proj',
    workerType: 'example',
    pool: { provider: '', brings: [] },
  })
  const [engine = { name: 'example', platforms: ['linux'], volumeSchema: {} }, ...others] = engines
  return {
    contexts: [
      ...started.flatMap((config) => settings.map((setting) => context(config, setting, engine))),
      ...others.map((other) => context(first, settings[0] ?? {}, other)),
    ],
    findings: [],
  }
}

/**
 * Whether a worker would start with this configuration: templates never see another one. Secrets pass, since they stand for values that nobody
 * sees.
 */
export function passesStartChecks(entry: CustomEntry, config: JsonValue): boolean {
  const visible = (entry.startChecks ?? []).filter(({ at }) => !isSecret(entry.configSchema, pointerSegments(at)))
  return visible.every(({ at, schema, check }) =>
    valuesAt(config, pointerSegments(at)).every(
      (value) =>
        (schema === undefined || findViolations(schema, value).length === 0) &&
        (check === undefined || checkDraft4Schema(value).length === 0),
    ),
  )
}

function isSecret(schema: JsonValue | undefined, [head, ...rest]: string[]): boolean {
  if (!isJsonObject(schema)) return false
  if (schema.secret === true || head === undefined) return schema.secret === true
  return isSecret(isJsonObject(schema.properties) ? getOwn(schema.properties, head) : undefined, rest)
}

function valuesAt(value: JsonValue, [head, ...rest]: string[]): JsonValue[] {
  if (head === undefined) return [value]
  if (typeof value !== 'object' || value === null) return []
  const members: [string, JsonValue][] = Array.isArray(value)
    ? value.map((item, index) => [String(index), item])
    : isJsonObject(value)
      ? Object.entries(value)
      : []
  return members.filter(([key]) => head === '*' || head === key).flatMap(([, member]) => valuesAt(member, rest))
}

const settingsOf = new WeakMap<WorkerEntry, JsonObject[]>()

function workerSettings(worker: WorkerEntry): JsonObject[] {
  const known = settingsOf.get(worker)
  if (known !== undefined) return known
  const samples = (['full', 'minimal'] as const).map((size) => samplePayload(worker.configSchema, { size }))
  const found = [...samples.filter((sample): sample is JsonObject => sample !== undefined), {}]
  settingsOf.set(worker, found)
  return found
}

function enginesFor(entry: CustomEntry, catalog: WorkerCatalog): TemplateContext['engine'][] {
  if (entry.kind === 'engine') return [engineFacts(entry)]
  const engines = Object.values(catalog.engines).map(engineFacts)
  const volumes = { type: 'object', required: ['size'], properties: { size: { type: 'integer' } } }
  return [...engines, { name: 'example', platforms: ['linux'], volumeSchema: volumes }]
}
