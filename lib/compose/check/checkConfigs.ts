import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import { pointerSegments } from '@/lib/base/path'
import type { Problem } from '@/lib/base/problem'
import { foldName } from '@/lib/base/texts'
import type { WorkerCatalog } from '@/lib/catalog/entry/entry'
import { applyTransforms } from '@/lib/compose/configFormat/applyTransforms'
import { checkConfigCredentials } from '@/lib/compose/configFormat/checkConfigCredentials'
import { applySamples } from '@/lib/compose/design/applySamples'
import { configurations, selectedEngine } from '@/lib/compose/design/configurations'
import type { Design } from '@/lib/compose/design/design'
import { placePath } from '@/lib/compose/design/places'
import { neededTransforms, TRANSFORMS } from '@/lib/compose/design/references'
import { nearestName } from '@/lib/schema/words'
import { checkAvailable, checkBuiltIn } from './checkAvailable'
import { validateConfig } from './validateConfig'

/**
 * Checks every configuration of a design against its entry's schema, as the worker does when it starts: settings, all engines and plugins that
 * are mentioned, selected and enabled or not; and the form of its references. Unknown names are left to `checkNames`.
 */
export function checkConfigs(design: Design, worker: WorkerCatalog): Problem[] {
  const problems: Problem[] = []
  const { name: engine } = selectedEngine(design)
  const build = {
    engine: typeof engine === 'string' ? engine : '',
    version: design.workerVersion ?? worker.worker.latest ?? '0.0.0',
  }
  const notBuiltIn = checkBuiltIn(design, worker, build)
  problems.push(...notBuiltIn)
  const transforms = design.transforms ?? [...TRANSFORMS]
  const checkReferences = (value: JsonValue, place: string[]) =>
    applyTransforms(value, transforms, undefined, place, problems)
  checkReferences(design.engine.name, ['engine', 'name'])
  for (const configuration of configurations(design, worker)) {
    const { schema, place, label } = configuration
    // One line is enough.
    if (notBuiltIn.some(({ component }) => component === label)) continue
    const { config, problems: misplaced } = checkAvailable(configuration, worker, build)
    problems.push(...misplaced)
    checkReferences(config, place)
    if (schema === undefined) continue
    const sampled = applySamples(config, design.samples, place, problems)
    problems.push(...validateConfig(schema, sampled, place, label).map(withWay(schema, sampled, place, worker)))
  }
  problems.push(
    ...checkConfigCredentials(design.settings.credentials, transformsOf(design), ['settings', 'credentials']),
  )
  return problems.map(atIdentity)
}

/** Says of a property that its place does not know where it belongs. */
function withWay(schema: JsonObject, config: JsonValue, place: string[], worker: WorkerCatalog) {
  const properties = isJsonObject(schema.properties) ? schema.properties : {}
  const unknown = schema.additionalProperties === false && isJsonObject(config) ? Object.keys(config) : []
  const ways = new Map(
    unknown
      .filter((name) => !Object.hasOwn(properties, name))
      .map((name) => [placePath([...place, name]), placeOfName(name, Object.keys(properties), worker)]),
  )
  return (problem: Problem): Problem => {
    const way = ways.get(problem.path)
    return way === undefined ? problem : { ...problem, help: way }
  }
}

function transformsOf({ transforms, engine, otherEngines, plugins, settings }: Design): string[] {
  return transforms ?? neededTransforms([engine.config, otherEngines, plugins, settings])
}

/** The identity stands at the top of a design, the worker has it among its settings. */
function atIdentity(problem: Problem): Problem {
  const match = /^settings\.worker\.(provisionerId|workerType)$/.exec(problem.path)
  return match?.[1] ? { ...problem, path: match[1] } : problem
}

/**
 * Where a design says what somebody wrote in a wrong place, or misspelt: a sentence, or undefined where nothing is like it. `own` are the names that
 * the place itself knows, which come first.
 */
function placeOfName(name: string, own: string[], { worker, engines, plugins }: WorkerCatalog): string | undefined {
  const ways = new Map<string, string>()
  const add = (known: string, way: string) => {
    if (!ways.has(known)) ways.set(known, way)
  }
  for (const known of own) add(known, `Did you mean ${known}?`)
  for (const known of namesOf(worker.configSchema)) add(known, `Write ${known} below settings.`)
  for (const plugin of Object.values(plugins)) {
    for (const known of namesOf(plugin.configSchema)) {
      add(known, `Write ${known} below plugins.${plugin.name}.`)
    }
    const flag = pointerSegments(plugin.switch?.path ?? '').at(-1)
    if (flag !== undefined) {
      add(flag, `A design has no ${flag}: name ${plugin.name} below plugins to switch it on, or leave it out.`)
    }
    add(plugin.name, `Name the plugin ${plugin.name} below plugins.`)
  }
  for (const engine of Object.values(engines)) {
    add(engine.name, `Name the engine ${engine.name} at engine.name.`)
    for (const known of namesOf(engine.configSchema))
      add(known, `Write ${known} below engine.config, for the engine ${engine.name}.`)
  }
  for (const [known, holder] of nested(worker.configSchema)) add(known, `Write ${known} below settings.${holder}.`)
  const same = [...ways.keys()].find((known) => foldName(known) === foldName(name))
  const near = same ?? nearestName(name, own) ?? nearestName(name, [...ways.keys()])
  return near === undefined ? undefined : ways.get(near)
}

function namesOf({ properties }: JsonObject): string[] {
  return Object.keys(isJsonObject(properties) ? properties : {})
}

/** Names one level below, with the property that they stand in. */
function nested({ properties }: JsonObject): [string, string][] {
  return Object.entries(isJsonObject(properties) ? properties : {}).flatMap(([holder, schema]) => {
    if (!isJsonObject(schema)) return []
    const branches = ['oneOf', 'anyOf'].flatMap((keyword) => {
      const found = getOwn(schema, keyword)
      return Array.isArray(found) ? found.filter(isJsonObject) : []
    })
    return [schema, ...branches].flatMap(namesOf).map((name): [string, string] => [name, holder])
  })
}
