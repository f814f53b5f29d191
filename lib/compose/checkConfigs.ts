import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import type { WorkerCatalog } from '@/lib/catalog/entry'
import { applySamples } from './applySamples'
import { checkAvailable, checkBuiltIn } from './checkAvailable'
import { checkCredentials } from './checkCredentials'
import { applyTransforms } from './configFormat/applyTransforms'
import { configurations } from './configurations'
import type { Design } from './design'
import { placeOfName } from './placeOfName'
import { placePath } from './placePath'
import { neededTransforms, TRANSFORMS } from './references'
import { selectedEngine } from './selectedEngine'
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
  problems.push(...checkCredentials(design.settings.credentials, transformsOf(design), ['settings', 'credentials']))
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
