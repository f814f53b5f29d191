import type { JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import type { Catalog, WorkerCatalog } from '@/lib/catalog/entry'
import { nearestName } from '@/lib/schema/nearestName'
import type { Design } from './design'
import { placePath } from './placePath'

/** Problems of the names in a design: engines and plugins that its worker does not have. `engine` is the selected one, as far as it is known. */
export function checkNames(design: Design, engine: JsonValue, worker: WorkerCatalog, catalog: Catalog): Problem[] {
  const engines = Object.keys(worker.engines)
  const plugins = Object.keys(worker.plugins)
  const unknown = (kind: 'engine' | 'plugin', name: string, place: (string | number)[]): Problem[] => {
    const known = kind === 'engine' ? engines : plugins
    if (known.includes(name)) return []
    const elsewhere = Object.values(catalog.workers).find(
      (other) => other !== worker && Object.hasOwn(kind === 'engine' ? other.engines : other.plugins, name),
    )
    const near = nearestName(name, known)
    return [
      {
        code: `unknown-${kind}`,
        severity: 'error',
        message: elsewhere
          ? `The ${kind} ${name} belongs to ${elsewhere.worker.name}, this design is for ${worker.worker.name}.`
          : `${worker.worker.title} has no ${kind} called ${name}.`,
        path: placePath(place),
        help: near ? `Did you mean ${near}?` : `It has ${known.join(', ')}.`,
      },
    ]
  }
  return [
    ...(typeof engine === 'string' ? unknown('engine', engine, ['engine', 'name']) : []),
    ...Object.keys(design.otherEngines).flatMap((other) => unknown('engine', other, ['otherEngines', other])),
    ...engineTwice(design),
    ...Object.keys(design.plugins).flatMap((plugin) => unknown('plugin', plugin, ['plugins', plugin])),
    ...design.disabledPlugins.flatMap((plugin, index) => unknown('plugin', plugin, ['disabledPlugins', index])),
  ]
}

function engineTwice({ engine: { name }, otherEngines }: Design): Problem[] {
  if (typeof name !== 'string' || !Object.hasOwn(otherEngines, name)) return []
  return [
    {
      code: 'engine-twice',
      severity: 'error',
      message: `The engine ${name} is the selected one, whose configuration stands at engine.config.`,
      path: placePath(['otherEngines', name]),
      help: 'Leave it out here.',
    },
  ]
}
