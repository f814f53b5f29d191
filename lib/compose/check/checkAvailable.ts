import { getOwn, isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import type { WorkerCatalog } from '@/lib/catalog/entry/entry'
import { isPartOf, whyPluginUnknown, whyUnknown } from '@/lib/catalog/entry/versions'
import type { Configuration } from '@/lib/compose/design/configurations'
import type { Design } from '@/lib/compose/design/design'
import { placePath } from '@/lib/compose/design/places'

/** The build of a worker program that a design is for. */
export interface Build {
  engine: string
  version: string
}

/**
 * Members of a configuration that a design must not set: the worker sets them itself when it starts, or its program does not know them in this build.
 * Returns the configuration without them, so that they are told once.
 */
export function checkAvailable(
  { schema, config, place, label }: Configuration,
  { worker, plugins }: WorkerCatalog,
  { engine, version }: Build,
): { config: JsonValue; problems: Problem[] } {
  if (!isJsonObject(config)) return { config, problems: [] }
  const reserved = label === `worker ${worker.name}` ? (worker.reserved ?? {}) : {}
  const named = label.startsWith('plugin ') ? label.slice('plugin '.length) : ''
  const plugin = Object.hasOwn(plugins, named) ? plugins[named] : undefined
  const whyNone = plugin === undefined ? undefined : whyPluginUnknown(plugin, engine, version)
  const properties: JsonObject = isJsonObject(schema?.properties) ? schema.properties : {}
  const problems: Problem[] = []
  const left = Object.entries(config).filter(([name]) => {
    const report = (code: string, message: string, help: string) => {
      problems.push({ code, severity: 'error', message, path: placePath([...place, name]), component: label, help })
      return false
    }
    if (Object.hasOwn(reserved, name)) {
      return report('setting-reserved', `A design does not set ${name}: ${reserved[name]}.`, 'Leave it out.')
    }
    const property = getOwn(properties, name)
    const why = property === undefined ? undefined : (whyUnknown(property, engine, version) ?? whyNone)
    if (why === undefined) return true
    return report(
      'setting-not-here',
      `The worker would not start: ${name} ${why}.`,
      'Leave it out, or choose another engine.',
    )
  })
  return problems.length === 0 ? { config, problems } : { config: Object.fromEntries(left), problems }
}

/** An error for each enabled plugin that the program was built without. */
export function checkBuiltIn(
  design: Design,
  { plugins, worker }: WorkerCatalog,
  { engine, version }: Build,
): Problem[] {
  return Object.keys(design.plugins).flatMap((name) => {
    const entry = Object.hasOwn(plugins, name) ? plugins[name] : undefined
    if (entry === undefined || design.disabledPlugins.includes(name) || isPartOf(entry, engine, version)) return []
    const others = entry.engines?.includes(engine) === false ? `It is part of ${entry.engines.join(', ')}.` : undefined
    return [
      {
        code: 'plugin-not-built-in',
        severity: 'error' as const,
        message: `${worker.title} for ${engine}, version ${version}, was built without ${name}.`,
        path: placePath(['plugins', name]),
        component: `plugin ${name}`,
        help: others ?? 'Leave it out, or choose another version.',
      },
    ]
  })
}
