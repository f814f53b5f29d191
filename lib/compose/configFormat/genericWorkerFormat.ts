import { getOwn, isJsonObject, type JsonObject, type JsonValue, sortKeys } from '@/lib/base/json'
import { appendPath, pathSegments, pointerSegments } from '@/lib/base/path'
import { foldName } from '@/lib/base/texts'
import type { ResolvedDesign } from '@/lib/compose/resolve/resolvedDesign'
import type { ConfigFormat } from './configFormat'
import { propertyOwners } from './propertyOwners'
import { readGenericWorker } from './readGenericWorker'

/** Members that tell a configuration of generic-worker from other documents, beside all that begin with `enable`. */
const TELLING = [
  'accessToken',
  'capacity',
  'd2gConfig',
  'ed25519SigningKeyLocation',
  'headlessTasks',
  'idleTimeoutSecs',
  'maxTaskRunTime',
  'numberOfTasksToRun',
  'rootURL',
  'shutdownMachineOnIdle',
  'workerTypeMetadata',
].map(foldName)

/**
 * The configuration file of generic-worker: one flat object (facts on generic-worker, section d). Settings and most of the plugins' members stand side by
 * side; every plugin that can be switched off says so in a member of its own.
 */
export const genericWorkerFormat: ConfigFormat = {
  recognise: (data) =>
    isJsonObject(data) &&
    ['worker', 'engine', 'config'].every((name) => !Object.hasOwn(data, name)) &&
    Object.keys(data).some((name) => TELLING.includes(foldName(name)) || /^enable[A-Z]/i.test(name)),
  namesEngine: false,
  write,
  read: readGenericWorker,
  placeInFile,
}

/** All that the build knows, and nothing else: with one other property the worker would not start. */
function write({ design, engine, plugins, catalog, workerVersion }: ResolvedDesign): JsonValue {
  const config: JsonObject = {}
  const enabled = new Set(plugins.map((plugin) => plugin.entry.name))
  const build = { worker: catalog, engine: engine.entry.name, version: workerVersion }
  for (const [property, owner] of propertyOwners(build)) {
    const place = property.split('/')
    if ('switchOf' in owner) setAt(config, place, enabled.has(owner.switchOf.name))
    // What no switch turns off takes effect wherever it is written.
    else if (owner.plugin === undefined || owner.plugin.switch !== undefined || enabled.has(owner.plugin.name)) {
      const own = owner.plugin === undefined ? design.settings : members(getOwn(design.plugins, owner.plugin.name))
      const value = getOwn(own, place.at(-1) ?? '')
      if (value !== undefined) setAt(config, place, value)
    }
  }
  return sortKeys(config)
}

function members(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : {}
}

/** Objects on the way are made, and copied where they are somebody else's. */
function setAt(target: JsonObject, segments: string[], value: JsonValue): void {
  const [head, ...rest] = segments
  if (head === undefined) return
  if (rest.length === 0) {
    target[head] = value
    return
  }
  const inner = { ...members(target[head]) }
  setAt(inner, rest, value)
  target[head] = inner
}

function placeInFile(path: string, _design: unknown, catalog: Parameters<ConfigFormat['placeInFile']>[2]): string {
  const [head, second, ...rest] = pathSegments(path)
  const join = (segments: (string | number)[]) => segments.reduce<string>(appendPath, '')
  if (head === 'settings') return join(second === undefined ? [] : [second, ...rest])
  if (head === 'engine' && second === 'config') return join(rest)
  if (head !== 'plugins' || typeof second !== 'string') return head === 'plugins' || head === 'engine' ? '' : path
  const entry = catalog?.plugins[second]
  if (rest.length === 0) return join(pointerSegments(entry?.switch?.path ?? ''))
  return join([...pointerSegments(entry?.configAt ?? ''), ...rest])
}
