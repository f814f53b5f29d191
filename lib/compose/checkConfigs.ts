import type { Problem } from '../base/problem'
import { applySamples } from './applySamples'
import { checkStart } from './checkStart'
import type { ResolvedDesign } from './resolvedDesign'
import { validateConfig } from './validateConfig'

/**
 * Checks every configuration of a design as the worker does when it starts: schemas of the settings, of all engines and plugins
 * that are mentioned (selected and enabled or not), then what the selected ones check beyond their schemas.
 */
export function checkConfigs(resolved: ResolvedDesign): Problem[] {
  const { design, catalog, engine, plugins, worker } = resolved
  const problems = [
    ...identityPlaces(validateConfig(worker.entry.configSchema, worker.config, ['settings'], worker.label)),
    ...validateConfig(engine.entry.configSchema, engine.config, engine.place, engine.label),
  ]
  for (const [name, config] of Object.entries(design.otherEngines)) {
    const entry = catalog.engines[name]
    if (entry && entry !== engine.entry)
      problems.push(...checkUnused(entry.configSchema, config, ['otherEngines', name], `engine ${name}`))
  }
  for (const plugin of plugins) {
    problems.push(...validateConfig(plugin.entry.configSchema, plugin.config, plugin.place, plugin.label))
  }
  for (const name of design.disabledPlugins) {
    const entry = catalog.plugins[name]
    const config = Object.hasOwn(design.plugins, name) ? design.plugins[name] : undefined
    if (entry && config !== undefined) {
      problems.push(...checkUnused(entry.configSchema, config, ['plugins', name], `plugin ${name}`))
    }
  }
  if (problems.length > 0) return problems
  return [engine, ...plugins].flatMap(checkStart)

  function checkUnused(...[schema, config, place, label]: Parameters<typeof validateConfig>): Problem[] {
    const ignored: Problem[] = []
    return validateConfig(schema, applySamples(config, design.samples, place, ignored), place, label).concat(ignored)
  }
}

/** The identity stands at the top of a design, the worker has it among its settings. */
function identityPlaces(problems: Problem[]): Problem[] {
  return problems.map((problem) => {
    const match = /^settings\.worker\.(provisionerId|workerType)$/.exec(problem.path)
    return match?.[1] ? { ...problem, path: match[1] } : problem
  })
}
