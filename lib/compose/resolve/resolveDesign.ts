import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import { engineFacts } from '@/lib/catalog/entry/engineFacts'
import type {
  Catalog,
  EngineEntry,
  PluginEntry,
  TemplateContext,
  WorkerCatalog,
  WorkerEntry,
} from '@/lib/catalog/entry/entry'
import { isPartOf } from '@/lib/catalog/entry/versions'
import { withDefaults } from '@/lib/catalog/template/payloadProperties'
import { applySamples } from '@/lib/compose/design/applySamples'
import { withBaseUrls } from '@/lib/compose/design/baseUrls'
import { selectedEngine, settingsOf } from '@/lib/compose/design/configurations'
import type { Design, Reference } from '@/lib/compose/design/design'
import { placePath } from '@/lib/compose/design/places'
import { isReference } from '@/lib/compose/design/references'
import { secretPlaces } from '@/lib/compose/secrets/secretPlaces'
import { machineFacts } from '@/lib/pools/machineFacts'
import { nearestName } from '@/lib/schema/words'
import { guardOpenValues } from './openValue'
import type { Component, ResolvedDesign } from './resolvedDesign'

/**
 * Finds the entries that a design names and puts its samples in place. Fails where there is nothing to compose: the worker or the
 * selected engine is unknown or open. Unknown plugins are left out and listed.
 */
export function resolveDesign(design: Design, catalog: Catalog): Result<ResolvedDesign> {
  const worker = Object.hasOwn(catalog.workers, design.worker) ? catalog.workers[design.worker] : undefined
  if (!worker) return fail([unknownWorker(design.worker, Object.keys(catalog.workers))])
  const problems: Problem[] = []
  const selected = selectedEngine(design, problems)
  const engineName = selected.name
  problems.push(...checkNames(design, engineName, worker, catalog))
  const engineEntry =
    typeof engineName === 'string' && Object.hasOwn(worker.engines, engineName) ? worker.engines[engineName] : undefined
  if (!engineEntry) {
    if (typeof engineName !== 'string') problems.push(engineOpen(engineName))
    return fail(problems)
  }
  // What is wrong with a sample in a configuration is told by checkConfigs.
  const sampled = (config: JsonValue, place: (string | number)[]) => applySamples(config, design.samples, place, [])
  const located = <T extends JsonValue>(config: T, entry: Parameters<typeof withBaseUrls>[1]) =>
    design.rootUrl === undefined ? config : withBaseUrls(config, entry, design.rootUrl)
  const openPlaces: ResolvedDesign['openPlaces'] = new Map()
  const readable = (config: JsonValue, schema: JsonObject, place: (string | number)[], component: string) =>
    guardOpenValues(worker.worker.fillsDefaults ? withDefaults(schema, config) : config, place, {
      secrets: new Set(secretPlaces(schema, config, place).map((secret) => JSON.stringify(secret))),
      touched: (at, reference) =>
        openPlaces.set(placePath(at), { path: placePath(at), component, name: String(reference.$env ?? '') }),
    })
  const settings = located(sampled(settingsOf(design, worker.worker), ['settings']), worker.worker)
  const settingsObject = isJsonObject(settings) ? settings : {}
  const openSettings = readable(
    settingsObject,
    worker.worker.configSchema,
    ['settings'],
    `worker ${worker.worker.name}`,
  )
  const pluginContexts: Record<string, JsonValue> = {}
  const base = {
    settings: isJsonObject(openSettings) ? openSettings : {},
    engine: engineFacts(engineEntry),
    plugins: pluginContexts,
    workerVersion: design.workerVersion ?? worker.worker.latest ?? '0.0.0',
    ...identityOf(design, worker.worker, settingsObject),
    pool: { ...machineFacts(design.pool) },
  }
  const component = <E extends EngineEntry | PluginEntry | WorkerEntry>(
    entry: E,
    raw: JsonValue,
    place: (string | number)[],
  ): Component<E> => {
    const label = `${entry.kind} ${entry.name}`
    const config = located(sampled(raw, place), entry)
    const context: TemplateContext = { ...base, config: readable(config, entry.configSchema, place, label) }
    return { entry, label, config, place, context }
  }
  const isEnabled = (name: string) =>
    Object.hasOwn(design.plugins, name) && !design.disabledPlugins.includes(name) && Object.hasOwn(worker.plugins, name)
  const entries = Object.values(worker.plugins).sort((a, b) => (a.name < b.name ? -1 : 1))
  const plugins = entries
    .filter(({ name }) => isEnabled(name))
    .map((entry) => component(entry, design.plugins[entry.name] ?? null, ['plugins', entry.name]))
  for (const plugin of plugins) pluginContexts[plugin.entry.name] = plugin.context.config
  const builtIn = worker.worker.payloadParts === 'all'
  const absent = entries
    .filter((entry) => builtIn && !isEnabled(entry.name))
    .filter((entry) => isPartOf(entry, engineEntry.name, base.workerVersion))
    .map((entry) => component(entry, {}, ['plugins']))
  const resolved: ResolvedDesign = {
    design,
    catalog: worker,
    worker: {
      ...component(worker.worker, {}, ['settings']),
      config: settings,
      context: { ...base, config: base.settings },
    },
    engine: component(engineEntry, selected.config, selected.place),
    plugins,
    absent,
    settings: settingsObject,
    provisionerId: base.provisionerId,
    workerType: base.workerType,
    workerVersion: base.workerVersion,
    openPlaces,
  }
  return succeed(resolved, problems)
}

/** The names of the worker type, '' where they are not known: among the settings, or where the worker has none for them, those of the design. */
function identityOf(design: Design, { identity: { setting } }: WorkerEntry, settings: JsonObject) {
  const named = (setting === undefined ? undefined : settings[setting]) ?? null
  const holder: JsonObject = isJsonObject(named) && !isReference(named) ? named : {}
  const text = (name: 'provisionerId' | 'workerType') => {
    const value = setting === undefined ? applySamples(design[name], design.samples, [name], []) : holder[name]
    return typeof value === 'string' ? value : ''
  }
  return { provisionerId: text('provisionerId'), workerType: text('workerType') }
}

function unknownWorker(name: string, known: string[]): Problem {
  const near = nearestName(name, known)
  return {
    code: 'unknown-worker',
    severity: 'error',
    message: `There is no worker called ${name} in the catalog.`,
    path: 'worker',
    help: near ? `Did you mean ${near}?` : `The catalog has ${known.join(', ')}.`,
  }
}

function engineOpen(name: JsonValue | Reference): Problem {
  const variable = isReference(name) ? String(name.$env ?? 'the reference') : 'the reference'
  return {
    code: 'sample-needed',
    severity: 'error',
    message: 'The engine is known only where the worker runs.',
    path: 'engine.name',
    help: `Give a sample value for ${variable} (samples, or an environment file).`,
  }
}

/** Problems of the names in a design: engines and plugins that its worker does not have. `engine` is the selected one, as far as it is known. */
function checkNames(design: Design, engine: JsonValue, worker: WorkerCatalog, catalog: Catalog): Problem[] {
  const engines = Object.keys(worker.engines)
  const plugins = Object.keys(worker.plugins)
  const unknown = (kind: 'engine' | 'plugin', name: string, place: (string | number)[]): Problem[] => {
    const known = kind === 'engine' ? engines : plugins
    if (known.includes(name)) return []
    const elsewhere = Object.values(catalog.workers).find(
      (other) => other !== worker && Object.hasOwn(kind === 'engine' ? other.engines : other.plugins, name),
    )
    const near = nearestName(name, known)
    return [
      {
        code: `unknown-${kind}`,
        severity: 'error',
        message: elsewhere
          ? `The ${kind} ${name} belongs to ${elsewhere.worker.name}, this design is for ${worker.worker.name}.`
          : `${worker.worker.title} has no ${kind} called ${name}.`,
        path: placePath(place),
        help: near ? `Did you mean ${near}?` : `It has ${known.join(', ')}.`,
      },
    ]
  }
  return [
    ...(typeof engine === 'string' ? unknown('engine', engine, ['engine', 'name']) : []),
    ...Object.keys(design.otherEngines).flatMap((other) => unknown('engine', other, ['otherEngines', other])),
    ...engineTwice(design),
    ...Object.keys(design.plugins).flatMap((plugin) => unknown('plugin', plugin, ['plugins', plugin])),
    ...design.disabledPlugins.flatMap((plugin, index) => unknown('plugin', plugin, ['disabledPlugins', index])),
  ]
}

function engineTwice({ engine: { name }, otherEngines }: Design): Problem[] {
  if (typeof name !== 'string' || !Object.hasOwn(otherEngines, name)) return []
  return [
    {
      code: 'engine-twice',
      severity: 'error',
      message: `The engine ${name} is the selected one, whose configuration stands at engine.config.`,
      path: placePath(['otherEngines', name]),
      help: 'Leave it out here.',
    },
  ]
}
