import { getOwn, isJsonObject, type JsonObject } from '@/lib/base/json'
import { pointerSegments } from '@/lib/base/path'
import type { Problem } from '@/lib/base/problem'
import { foldName } from '@/lib/base/texts'
import type { PluginEntry, WorkerCatalog } from '@/lib/catalog/entry/entry'
import { whyPluginUnknown, whyUnknown } from '@/lib/catalog/entry/versions'
import { placePath } from '@/lib/compose/design/places'
import { nearestName } from '@/lib/schema/words'

/** Whose a property of a configuration is: a setting, one of a plugin, or the switch of a plugin. */
type PropertyOwner = { schema: JsonObject } & ({ plugin?: PluginEntry } | { switchOf: PluginEntry })

/** A build of the worker program, by engine and version. */
interface ConfigBuild {
  worker: WorkerCatalog
  engine: string
  version: string
}

/** Every property that a build knows and a design may set, as segments joined by `/`, and whose it is. */
export function propertyOwners({ worker, engine, version }: ConfigBuild): Map<string, PropertyOwner> {
  const owners = new Map<string, PropertyOwner>()
  const take = ({ properties }: JsonObject, place: string[], plugin?: PluginEntry) => {
    for (const [name, schema] of Object.entries(isJsonObject(properties) ? properties : {})) {
      if (whyUnknown(schema, engine, version) !== undefined) continue
      owners.set([...place, name].join('/'), {
        schema: isJsonObject(schema) ? schema : {},
        ...(plugin === undefined ? {} : { plugin }),
      })
    }
  }
  take(worker.worker.configSchema, [])
  for (const plugin of Object.values(worker.plugins)) {
    if (whyPluginUnknown(plugin, engine, version) !== undefined) continue
    if (plugin.switch !== undefined) {
      owners.set(pointerSegments(plugin.switch.path).join('/'), { schema: { type: 'boolean' }, switchOf: plugin })
    }
    take(plugin.configSchema, pointerSegments(plugin.configAt ?? ''), plugin)
  }
  return owners
}

/** Whether the configuration of an engine has a property that switches a plugin on. */
export function isSwitched(entry: PluginEntry, engine: string): boolean {
  return entry.switch !== undefined && (entry.switch.engines?.includes(engine) ?? true)
}

/**
 * A property of a configuration that its build does not know: a worker would not start. One that only older releases know is left out of a design,
 * with a warning, and an error where it is asked how the worker starts.
 */
export function strayProperty(place: string[], build: ConfigBuild, starts: boolean): Problem {
  const { worker, engine } = build
  const { title, reserved = {}, formerSettings = {} } = worker.worker
  const written = place.join('.')
  const path = placePath(place)
  const invalid = (why: string, help?: string): Problem => {
    const message = `The worker would not start: ${why}.`
    return { code: 'config-invalid', severity: 'error', message, path, ...(help === undefined ? {} : { help }) }
  }
  const former = Object.keys(formerSettings).find((name) => foldName(name) === foldName(written))
  if (former !== undefined) {
    const why = `${former} ${getOwn(formerSettings, former)}`
    if (starts) return invalid(why, 'Leave it out.')
    return {
      code: 'setting-left-out',
      severity: 'warning',
      message: `${title} does not start with ${written}, which is left out: ${why}.`,
      path,
    }
  }
  const isHere = (of: ConfigBuild) => [...propertyOwners(of).keys()].some((property) => isWithin(property, place))
  const elsewhere = Object.keys(worker.engines).find((other) => isHere({ ...build, engine: other }))
  if (elsewhere !== undefined) return invalid(`${engine} does not know ${written}, unlike ${elsewhere}`)
  const { latest } = worker.worker
  if (latest !== undefined && isHere({ ...build, version: latest })) {
    return invalid(`version ${build.version} does not know ${written}, unlike ${latest}`)
  }
  const names = [...propertyOwners(build).keys()].map((property) => property.replaceAll('/', '.'))
  const near = nearestName(written, [...names, ...Object.keys(reserved)]) ?? wayTo(place, names)
  return invalid(`it knows no property ${written}`, near === undefined ? undefined : `Did you mean ${near}?`)
}

/** Whether a place is a property or the structure that it stands in. */
function isWithin(property: string, place: string[]): boolean {
  const [known, written] = [foldName(property), foldName(place.join('/'))]
  return known === written || known.startsWith(`${written}/`)
}

/** The property of the same name in another structure, or outside of all. */
function wayTo(place: string[], names: string[]): string | undefined {
  const last = (name: string) => foldName(name.split('.').at(-1) ?? '')
  return names.find((name) => last(name) === foldName(place.at(-1) ?? ''))
}
