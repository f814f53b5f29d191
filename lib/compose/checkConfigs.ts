import type { JsonObject, JsonValue } from '../base/json'
import type { Problem } from '../base/problem'
import type { WorkerCatalog } from '../catalog/entry'
import { applySamples } from './applySamples'
import type { Design } from './design'
import { selectedEngine } from './selectedEngine'
import { settingsOf } from './settingsOf'
import { validateConfig } from './validateConfig'

interface Checked {
  schema: JsonObject
  config: JsonValue
  place: (string | number)[]
  label: string
}

/**
 * Checks every configuration of a design against its entry's schema, as the worker does when it starts: settings, all engines and plugins that
 * are mentioned, selected and enabled or not. Unknown names are left to `checkNames`.
 */
export function checkConfigs(design: Design, { worker, engines, plugins }: WorkerCatalog): Problem[] {
  const { name, config, place } = selectedEngine(design)
  // A configuration that is selected by a sample stands among the others.
  const selected = typeof name === 'string' && place[0] === 'engine' ? { [name]: config } : {}
  const checked: Checked[] = [
    { schema: worker.configSchema, config: settingsOf(design), place: ['settings'], label: `worker ${worker.name}` },
    ...known(engines, selected).map((one) => ({ ...one, place, label: `engine ${one.name}` })),
    ...known(engines, design.otherEngines).map((one) => ({
      ...one,
      place: ['otherEngines', one.name],
      label: `engine ${one.name}`,
    })),
    ...known(plugins, design.plugins).map((one) => ({
      ...one,
      place: ['plugins', one.name],
      label: `plugin ${one.name}`,
    })),
  ]
  const problems: Problem[] = []
  for (const { schema, config, place, label } of checked) {
    const sampled = applySamples(config, design.samples, place, problems)
    problems.push(...validateConfig(schema, sampled, place, label))
  }
  return problems.map(atIdentity)
}

function known(entries: Record<string, { configSchema: JsonObject }>, configs: Record<string, JsonValue>) {
  return Object.entries(configs).flatMap(([name, config]) => {
    const entry = Object.hasOwn(entries, name) ? entries[name] : undefined
    return entry ? [{ name, schema: entry.configSchema, config }] : []
  })
}

/** The identity stands at the top of a design, the worker has it among its settings. */
function atIdentity(problem: Problem): Problem {
  const match = /^settings\.worker\.(provisionerId|workerType)$/.exec(problem.path)
  return match?.[1] ? { ...problem, path: match[1] } : problem
}
