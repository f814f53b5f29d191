import { isJsonObject, type JsonObject, type JsonValue } from '../../base/json'
import { pointerSegments } from '../../base/path'
import type { Problem } from '../../base/problem'
import { withoutEnd } from '../../base/withoutEnd'
import type { Catalog, PluginEntry, WorkerCatalog } from '../../catalog/entry'
import { isPartOf } from '../../catalog/isPartOf'
import { whyUnknown } from '../../catalog/whyUnknown'
import { nearestName } from '../../schema/nearestName'
import type { Design } from '../design'
import { placePath } from '../placePath'
import type { ReadConfig, ReadOptions } from './configFormat'
import { guessEngine } from './guessEngine'

const WORKER = 'generic-worker'

/** Where the members of a configuration belong: to the settings, to a plugin, or to its switch. */
type Owner = { setting: true } | { plugin: PluginEntry } | { switchOf: PluginEntry }

/**
 * Takes a configuration of generic-worker apart; see ConfigFormat.read. The file does not say which build it is for, so `options.engine` does, or it
 * is guessed from the members that only some builds know. A member of the wrong case is an error, since the worker would lose it.
 */
export function readGenericWorker(data: JsonValue, catalog: Catalog, options: ReadOptions = {}): ReadConfig {
  const worker = catalog.workers[WORKER]
  if (worker === undefined || !isJsonObject(data)) {
    return { problems: [invalid('', 'The file is no object of the properties of generic-worker.')] }
  }
  const guess = guessEngine(data, worker)
  const engine = options.engine ?? guess.engine
  const version = options.workerVersion ?? worker.worker.latest ?? '0.0.0'
  const problems = options.engine === undefined ? guess.problems : []
  const known = [...ownersOf(worker, engine, version)]
  const design: Design = {
    worker: WORKER,
    provisionerId: '',
    workerType: '',
    description: '',
    strict: false,
    ...(options.workerVersion === undefined ? {} : { workerVersion: options.workerVersion }),
    engine: { name: engine, config: {} },
    plugins: {},
    disabledPlugins: [],
    otherEngines: {},
    settings: {},
    samples: {},
  }
  const switches = new Map<string, boolean>()
  const configs = new Map<string, JsonObject>()
  for (const { place, value } of leavesOf(
    data,
    known.map(([path]) => path),
  )) {
    const owner = known.find(([path]) => path === place.join('/'))?.[1]
    const [name = ''] = place.slice(-1)
    if (owner === undefined) problems.push(...takeOther(design, place, value, worker, engine, version, known))
    else if ('setting' in owner) design.settings[name] = value
    else if ('plugin' in owner) configs.set(owner.plugin.name, { ...configs.get(owner.plugin.name), [name]: value })
    else if (typeof value === 'boolean') switches.set(owner.switchOf.name, value)
    else problems.push(invalid(placePath(place), `The property ${name} must be true or false.`))
  }
  for (const entry of Object.values(worker.plugins).filter((plugin) => isPartOf(plugin, engine, version))) {
    const switched = isSwitched(entry, engine)
    const enabled = !switched || (switches.get(entry.name) ?? entry.switch?.default ?? true)
    const config = configs.get(entry.name)
    if (enabled || config !== undefined) design.plugins[entry.name] = config ?? {}
    if (!enabled && config !== undefined) design.disabledPlugins.push(entry.name)
  }
  return { design, problems }
}

function isSwitched(entry: PluginEntry, engine: string): boolean {
  return entry.switch !== undefined && (entry.switch.engines?.includes(engine) ?? true)
}

/** Every property that the build knows, as segments joined by `/`, and whose it is. */
function* ownersOf(worker: WorkerCatalog, engine: string, version: string): Generator<[string, Owner]> {
  const names = (schema: JsonObject) =>
    Object.entries(isJsonObject(schema.properties) ? schema.properties : {})
      .filter(([, property]) => whyUnknown(property, engine, version) === undefined)
      .map(([name]) => name)
  for (const name of names(worker.worker.configSchema)) yield [name, { setting: true }]
  for (const plugin of Object.values(worker.plugins)) {
    if (!isPartOf(plugin, engine, version)) continue
    if (plugin.switch !== undefined && isSwitched(plugin, engine)) {
      yield [pointerSegments(plugin.switch.path).join('/'), { switchOf: plugin }]
    } else if (plugin.switch !== undefined) continue
    for (const name of names(plugin.configSchema)) {
      yield [[...pointerSegments(plugin.configAt ?? ''), name].join('/'), { plugin }]
    }
  }
}

/** The members of a configuration; those of an object that belongs to no setting as a whole, such as `d2gConfig`, one by one. */
function* leavesOf(data: JsonObject, known: string[]): Generator<{ place: string[]; value: JsonValue }> {
  for (const [name, value] of Object.entries(data)) {
    const isGroup = known.some((path) => path.startsWith(`${name}/`))
    if (!isGroup || !isJsonObject(value)) yield { place: [name], value }
    else for (const [member, inner] of Object.entries(value)) yield { place: [name, member], value: inner }
  }
}

/** A member that is no setting: the identity, what the worker brings itself, or a mistake. */
function takeOther(
  design: Design,
  place: string[],
  value: JsonValue,
  worker: WorkerCatalog,
  engine: string,
  version: string,
  known: [string, Owner][],
): Problem[] {
  const [name = '', inner] = place
  const path = placePath(place)
  if ((name === 'provisionerId' || name === 'workerType') && typeof value === 'string' && inner === undefined) {
    design[name] = value
    return []
  }
  const reserved = inner === undefined && Object.hasOwn(worker.worker.reserved ?? {}, name)
  if (reserved && name === 'rootURL' && typeof value === 'string') {
    design.rootUrl = withoutEnd(value, '/')
    return []
  }
  if (reserved) {
    const code = 'setting-left-out'
    const message = `The design does not have ${name}: ${worker.worker.reserved?.[name]}.`
    return [{ code, severity: 'notice', message, path }]
  }
  const elsewhere = Object.keys(worker.engines).find((other) =>
    [...ownersOf(worker, other, version)].some(([one]) => one === place.join('/')),
  )
  if (elsewhere !== undefined) {
    return [
      invalid(path, `The worker would not start: ${engine} does not know ${place.join('.')}, unlike ${elsewhere}.`),
    ]
  }
  const names = [...known.map(([one]) => one.replaceAll('/', '.')), ...Object.keys(worker.worker.reserved ?? {})]
  const written = place.join('.')
  const inCase = names.find((one) => one.toLowerCase() === written.toLowerCase())
  if (inCase !== undefined) {
    return [
      {
        ...invalid(path, `The worker would take ${written} and lose it: the property is called ${inCase}.`),
        help: `Write ${inCase}.`,
      },
    ]
  }
  const near = nearestName(written, names)
  const problem = invalid(path, `The worker would not start: it knows no property ${written}.`)
  return [near === undefined ? problem : { ...problem, help: `Did you mean ${near}?` }]
}

function invalid(path: string, message: string): Problem {
  return { code: 'config-invalid', severity: 'error', message, path }
}
