import { foldName } from '@/lib/base/foldName'
import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import { enginesByUse } from '@/lib/catalog/enginesByUse'
import type { WorkerCatalog } from '@/lib/catalog/entry'

/**
 * The engine that a configuration can be for, by the members that only some builds know. Of several it is the likeliest, and a warning
 * says so.
 */
export function guessEngine(data: JsonObject, worker: WorkerCatalog): { engine: string; problems: Problem[] } {
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
