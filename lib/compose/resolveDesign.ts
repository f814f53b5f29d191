import { isJsonObject, type JsonObject, type JsonValue } from '../base/json'
import { fail, type Problem, type Result, succeed } from '../base/problem'
import type { Catalog, EngineEntry, PluginEntry, TemplateContext, WorkerEntry } from '../catalog/entry'
import { nearestName } from '../schema/nearestName'
import { applySamples } from './applySamples'
import { checkNames } from './checkNames'
import { withBaseUrls } from './configFormat/baseUrls'
import type { Design, Reference } from './design'
import { guardOpenValues } from './openValue'
import { placePath } from './placePath'
import { isReference } from './references'
import type { Component, ResolvedDesign } from './resolvedDesign'
import { secretPlaces } from './secretPlaces'
import { selectedEngine } from './selectedEngine'
import { settingsOf } from './settingsOf'

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
  const settings = located(sampled(settingsOf(design), ['settings']), worker.worker)
  const openPlaces: ResolvedDesign['openPlaces'] = new Map()
  const guard = (config: JsonValue, schema: JsonObject, place: (string | number)[], component: string) =>
    guardOpenValues(config, place, {
      secrets: new Set(secretPlaces(schema, config, place).map((secret) => JSON.stringify(secret))),
      touched: (at, reference) =>
        openPlaces.set(placePath(at), { path: placePath(at), component, name: String(reference.$env ?? '') }),
    })
  const settingsObject = isJsonObject(settings) ? settings : {}
  const named = settingsObject.worker ?? null
  const identity: JsonObject = isJsonObject(named) && !isReference(named) ? named : {}
  const text = (name: string) => (typeof identity[name] === 'string' ? identity[name] : '')
  const openSettings = guard(settingsObject, worker.worker.configSchema, ['settings'], `worker ${worker.worker.name}`)
  const base = {
    settings: isJsonObject(openSettings) ? openSettings : {},
    engine: { name: engineEntry.name, volumeSchema: engineEntry.volumeSchema },
    provisionerId: text('provisionerId'),
    workerType: text('workerType'),
  }
  const component = <E extends EngineEntry | PluginEntry | WorkerEntry>(
    entry: E,
    raw: JsonValue,
    place: (string | number)[],
  ): Component<E> => {
    const label = `${entry.kind} ${entry.name}`
    const config = located(sampled(raw, place), entry)
    const context: TemplateContext = { ...base, config: guard(config, entry.configSchema, place, label) }
    return { entry, label, config, place, context }
  }
  const plugins = Object.keys(design.plugins)
    .filter((name) => Object.hasOwn(worker.plugins, name) && !design.disabledPlugins.includes(name))
    .sort()
    .flatMap((name) => {
      const entry = worker.plugins[name]
      return entry ? [component(entry, design.plugins[name] ?? null, ['plugins', name])] : []
    })
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
    settings: settingsObject,
    provisionerId: base.provisionerId,
    workerType: base.workerType,
    openPlaces,
  }
  return succeed(resolved, problems)
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
