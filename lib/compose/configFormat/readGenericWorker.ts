import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import { foldName, withoutEnd } from '@/lib/base/texts'
import { enginesByUse } from '@/lib/catalog/entry/engineFacts'
import type { Catalog, WorkerCatalog, WorkerEntry } from '@/lib/catalog/entry/entry'
import { isPartOf } from '@/lib/catalog/entry/versions'
import type { Design } from '@/lib/compose/design/design'
import { placePath } from '@/lib/compose/design/places'
import type { ReadConfig, ReadOptions } from './configFormat'
import { isSwitched, propertyOwners, strayProperty } from './propertyOwners'
import { type ReadMember, readMembers } from './readMembers'

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

/**
 * The engine that a configuration can be for, by the members that only some builds know. Of several it is the likeliest, and a warning
 * says so.
 */
function guessEngine(data: JsonObject, worker: WorkerCatalog): { engine: string; problems: Problem[] } {
  const marks = marksOf(worker)
  const present = Object.keys(data).flatMap((name) => marks.get(foldName(name)) ?? [])
  const engines = enginesByUse(worker)
  const fits = engines.filter(({ name }) => present.every((names) => names.includes(name)))
  const [first] = fits.length > 0 ? fits : engines
  if (first === undefined) throw new Error(`the worker ${worker.worker.name} has no engine`)
  if (fits.length === 1) return { engine: first.name, problems: [] }
  const others = fits.filter((engine) => engine !== first).map(({ name }) => name)
  return {
    engine: first.name,
    problems: [
      {
        code: 'engine-assumed',
        severity: 'warning',
        message: `The file does not say which build of the worker it is for; ${first.name} is assumed.`,
        path: '',
        help: others.length > 0 ? `It could be for ${others.join(', ')} as well.` : 'Choose the engine.',
      },
    ],
  }
}

/** First members of the configuration that only some engines know, by their folded names, and which. */
function marksOf({ worker, plugins }: WorkerCatalog): Map<string, string[][]> {
  const marks = new Map<string, string[][]>()
  const mark = (name: string | undefined, engines: JsonValue | undefined) => {
    if (name === undefined || !Array.isArray(engines)) return
    const folded = foldName(name)
    marks.set(folded, [...(marks.get(folded) ?? []), engines.filter((one) => typeof one === 'string')])
  }
  const properties = ({ properties: named }: JsonObject) => Object.entries(isJsonObject(named) ? named : {})
  for (const [name, property] of properties(worker.configSchema)) {
    if (isJsonObject(property)) mark(name, property.engines)
  }
  for (const plugin of Object.values(plugins)) {
    mark(plugin.switch?.path.split('/')[1], plugin.switch?.engines)
    for (const [name, property] of properties(plugin.configSchema)) {
      if (isJsonObject(property)) mark(plugin.configAt === undefined ? name : undefined, property.engines)
    }
  }
  return marks
}
