import type { JsonObject, JsonValue } from '@/lib/base/json'
import { engineFacts } from '@/lib/catalog/engineFacts'
import type { TemplateContext, WorkerCatalog, WorkerEntry } from '@/lib/catalog/entry'
import { samplePayload } from '@/lib/schema/samplePayload'
import { configSwitches, mostSwitches } from './configSwitches'
import type { CustomEntry } from './customEntry'
import type { Finding } from './finding'
import { passesStartChecks } from './passesStartChecks'

const settingsOf = new WeakMap<WorkerEntry, JsonObject[]>()

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
