import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import { withoutEnd } from '@/lib/base/withoutEnd'
import type { Catalog, WorkerEntry } from '@/lib/catalog/entry'
import { isPartOf } from '@/lib/catalog/isPartOf'
import type { Design } from '@/lib/compose/design'
import { placePath } from '@/lib/compose/placePath'
import type { ReadConfig, ReadOptions } from './configFormat'
import { guessEngine } from './guessEngine'
import { isSwitched, propertyOwners } from './propertyOwners'
import { type ReadMember, readMembers } from './readMembers'
import { strayProperty } from './strayProperty'

const WORKER = 'generic-worker'
/** properties that a design has at its top */
const identity = ['provisionerId', 'workerType', 'rootURL']

/**
 * Takes a configuration of generic-worker apart; see ConfigFormat.read. The file does not say which build it is for, so `options.engine` does, or it
 * is guessed from the members that only some builds know. Properties are read as the program reads them, whatever the case of their letters.
 */
export function readGenericWorker(data: JsonValue, catalog: Catalog, options: ReadOptions = {}): ReadConfig {
  const worker = catalog.workers[WORKER]
  if (worker === undefined || !isJsonObject(data)) {
    return { problems: [invalid('', 'The file is no object of the properties of generic-worker.')] }
  }
  if (options.engine !== undefined && !Object.hasOwn(worker.engines, options.engine)) {
    return { problems: [unknownEngine(options.engine, Object.keys(worker.engines))] }
  }
  const guess = guessEngine(data, worker)
  const engine = options.engine ?? guess.engine
  const version = options.workerVersion ?? worker.worker.latest ?? '0.0.0'
  const build = { worker, engine, version }
  const owners = propertyOwners(build)
  const { reserved = {} } = worker.worker
  const brought = [...identity, ...Object.keys(reserved)].map((name): [string, JsonObject] => [name, {}])
  const known = new Map([...brought, ...[...owners].map(([name, { schema }]) => [name, schema] as const)])
  const read = readMembers(data, known)
  const problems = [...(options.engine === undefined ? guess.problems : []), ...read.problems]
  const design = emptyDesign(engine, options.workerVersion)
  const switches = new Map<string, boolean>()
  const configs = new Map<string, JsonObject>()
  for (const member of read.members) {
    const { property, place, value } = member
    const owner = owners.get(property)
    const name = property.slice(property.lastIndexOf('/') + 1)
    if (owner === undefined) problems.push(...takeBrought(design, member, worker.worker))
    else if ('switchOf' in owner) {
      if (typeof value === 'boolean') switches.set(owner.switchOf.name, value)
      else problems.push(invalid(placePath(place), `The property ${name} must be true or false.`))
    } else if (owner.plugin === undefined) design.settings[name] = value
    else configs.set(owner.plugin.name, { ...configs.get(owner.plugin.name), [name]: value })
  }
  const starts = options.environment !== undefined
  for (const { place } of read.unknown) problems.push(strayProperty(place, build, starts))
  for (const entry of Object.values(worker.plugins).filter((plugin) => isPartOf(plugin, engine, version))) {
    const switched = isSwitched(entry, engine)
    const enabled = !switched || (switches.get(entry.name) ?? entry.switch?.default ?? true)
    const config = configs.get(entry.name)
    if (enabled || config !== undefined) design.plugins[entry.name] = config ?? {}
    if (!enabled && config !== undefined) design.disabledPlugins.push(entry.name)
  }
  const leftOut = new Set(problems.filter(({ code }) => code === 'setting-left-out').map(({ path }) => path))
  // how a property is read says nothing where it is left out
  return { design, problems: problems.filter(({ code, path }) => code !== 'setting-read-as' || !leftOut.has(path)) }
}

function emptyDesign(engine: string, workerVersion: string | undefined): Design {
  return {
    worker: WORKER,
    provisionerId: '',
    workerType: '',
    description: '',
    strict: false,
    ...(workerVersion === undefined ? {} : { workerVersion }),
    engine: { name: engine, config: {} },
    plugins: {},
    disabledPlugins: [],
    otherEngines: {},
    settings: {},
    samples: {},
  }
}

/** A member that is no setting: the identity, or what worker-runner brings. */
function takeBrought(
  design: Design,
  { property, place, value }: ReadMember,
  { reserved = {} }: WorkerEntry,
): Problem[] {
  if ((property === 'provisionerId' || property === 'workerType') && typeof value === 'string') {
    design[property] = value
    return []
  }
  if (property === 'rootURL' && typeof value === 'string') {
    design.rootUrl = withoutEnd(value, '/')
    return []
  }
  const message = `The design does not have ${property}: ${reserved[property]}.`
  return [{ code: 'setting-left-out', severity: 'notice', message, path: placePath(place) }]
}

function unknownEngine(engine: string, names: string[]): Problem {
  const message = `There is no engine ${engine} of generic-worker.`
  return { code: 'unknown-engine', severity: 'error', message, path: '', help: `There is ${names.join(', ')}.` }
}

function invalid(path: string, message: string): Problem {
  return { code: 'config-invalid', severity: 'error', message, path }
}
