import { isJsonObject, type JsonObject, type JsonValue } from '../base/json'
import type { Problem } from '../base/problem'
import type { Catalog } from '../catalog/entry'
import type { Design } from './design'
import { placePath } from './placePath'
import { isReference, neededTransforms } from './references'
import { secretPlaces } from './secretPlaces'

/** Credentials that have a customary variable; others are named after plugin and property. */
const CUSTOMARY: Record<string, string> = {
  'settings.credentials.accessToken': 'TASKCLUSTER_ACCESS_TOKEN',
  'settings.credentials.certificate': 'TASKCLUSTER_CERTIFICATE',
}

/**
 * A design never holds a secret: every literal at a place that its schema marks as one becomes a reference to an environment variable, with a notice
 * that says which. Returns the design and the notices.
 */
export function replaceSecrets(design: Design, catalog: Catalog): { design: Design; problems: Problem[] } {
  const worker = catalog.workers[design.worker]
  if (!worker) return { design, problems: [] }
  const problems: Problem[] = []
  const clean = (schema: JsonObject | undefined, value: JsonValue, place: (string | number)[]): JsonValue => {
    if (!schema) return value
    return secretPlaces(schema, value).reduce((result, inner) => {
      if (isReference(valueAt(value, inner))) return result
      const path = placePath([...place, ...inner])
      const variable = CUSTOMARY[path] ?? variableName([...place, ...inner])
      problems.push({
        code: 'secret-replaced',
        severity: 'notice',
        message: `A design holds no secrets, so the value here was replaced by the environment variable ${variable}.`,
        path,
        help: `Set ${variable} where the worker runs.`,
      })
      return withValueAt(result, inner, { $env: variable })
    }, value)
  }
  const members = (group: 'plugins' | 'otherEngines', entries: Record<string, { configSchema: JsonObject }>) =>
    Object.fromEntries(
      Object.entries(design[group]).map(([name, config]) => [
        name,
        clean(Object.hasOwn(entries, name) ? entries[name]?.configSchema : undefined, config, [group, name]),
      ]),
    )
  const engine = typeof design.engine.name === 'string' ? worker.engines[design.engine.name] : undefined
  const settings = clean(worker.worker.configSchema, design.settings, ['settings'])
  const cleaned: Design = {
    ...design,
    engine: { ...design.engine, config: clean(engine?.configSchema, design.engine.config, ['engine', 'config']) },
    plugins: members('plugins', worker.plugins),
    otherEngines: members('otherEngines', worker.engines),
    settings: isJsonObject(settings) ? settings : design.settings,
  }
  return { design: withTransforms(cleaned), problems }
}

function withTransforms(design: Design): Design {
  if (design.transforms === undefined) return design
  const { transforms, ...rest } = design
  const needed = neededTransforms(transformable(design))
  const all = [...transforms, ...needed.filter((name) => !transforms.includes(name))]
  return all.join() === needed.join() ? rest : { ...design, transforms: all }
}

function transformable(design: Design): JsonValue {
  return {
    identity: [design.provisionerId, design.workerType, design.engine.name],
    configs: [design.engine.config, design.otherEngines, design.plugins, design.settings],
  }
}

function variableName(place: (string | number)[]): string {
  const words = place.filter((segment) => segment !== 'settings' && segment !== 'plugins' && segment !== 'config')
  return words
    .map(String)
    .join('_')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase()
}

function valueAt(value: JsonValue, place: (string | number)[]): JsonValue {
  let current: JsonValue = value
  for (const segment of place) {
    if (Array.isArray(current)) current = current[Number(segment)] ?? null
    else current = isJsonObject(current) ? (current[segment] ?? null) : null
  }
  return current
}

function withValueAt(value: JsonValue, place: (string | number)[], replacement: JsonValue): JsonValue {
  const [head, ...rest] = place
  if (head === undefined) return replacement
  if (Array.isArray(value)) {
    return value.map((item, index) => (index === head ? withValueAt(item, rest, replacement) : item))
  }
  if (!isJsonObject(value)) return value
  return { ...value, [head]: withValueAt(value[head] ?? null, rest, replacement) }
}
