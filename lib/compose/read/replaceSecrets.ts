import { isJsonObject, type JsonObject, type JsonValue } from '@/lib/base/json'
import type { Problem } from '@/lib/base/problem'
import type { Catalog } from '@/lib/catalog/entry/entry'
import type { Design } from '@/lib/compose/design/design'
import { placePath, valueAt } from '@/lib/compose/design/places'
import { findReferences, isReference, isSecretReference, neededTransforms } from '@/lib/compose/design/references'
import { secretPlaces } from '@/lib/compose/secrets/secretPlaces'

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
  const worker = Object.hasOwn(catalog.workers, design.worker) ? catalog.workers[design.worker] : undefined
  if (!worker) return { design, problems: [] }
  const problems: Problem[] = []
  const taken = new Set(findReferences(transformable(design)).map(({ reference }) => reference.$env))
  const clean = (schema: JsonObject | undefined, value: JsonValue, place: (string | number)[]): JsonValue =>
    secretPlaces(schema, value).reduce((result, inner) => {
      const secret = valueAt(value, inner)
      if (isSecretReference(secret)) return result
      const path = placePath([...place, ...inner])
      const reference = isReference(secret) ? bareReference(secret) : undefined
      const variable = reference?.$env ?? unusedName(CUSTOMARY[path] ?? variableName([...place, ...inner]), taken)
      problems.push({
        code: 'secret-replaced',
        severity: 'notice',
        message: `A design holds no secrets, so the value here was replaced by the environment variable ${variable}.`,
        path,
        help: `Set ${variable} where the worker runs.`,
      })
      return withValueAt(result, inner, reference ?? { $env: variable })
    }, value)
  const schemaOf = (name: JsonValue, entries: Record<string, { configSchema: JsonObject }>) =>
    typeof name === 'string' && Object.hasOwn(entries, name) ? entries[name]?.configSchema : undefined
  const members = (group: 'plugins' | 'otherEngines', entries: Record<string, { configSchema: JsonObject }>) =>
    Object.fromEntries(
      Object.entries(design[group]).map(([name, config]) => [
        name,
        clean(schemaOf(name, entries), config, [group, name]),
      ]),
    )
  const engine = schemaOf(design.engine.name, worker.engines)
  const settings = clean(worker.worker.configSchema, design.settings, ['settings'])
  const cleaned: Design = {
    ...design,
    engine: { ...design.engine, config: clean(engine, design.engine.config, ['engine', 'config']) },
    plugins: members('plugins', worker.plugins),
    otherEngines: members('otherEngines', worker.engines),
    settings: isJsonObject(settings) ? settings : design.settings,
  }
  return { design: problems.length > 0 ? withEnvironmentFirst(cleaned) : cleaned, problems }
}

/** The new references have to be replaced before another transform looks for credentials. */
function withEnvironmentFirst(design: Design): Design {
  if (design.transforms === undefined) return design
  const { transforms, ...rest } = design
  const listed = ['env', ...transforms.filter((name) => name !== 'env')]
  return listed.join() === neededTransforms(transformable(design)).join() ? rest : { ...design, transforms: listed }
}

function transformable(design: Design): JsonValue {
  return {
    identity: [design.provisionerId, design.workerType, design.engine.name],
    configs: [design.engine.config, design.otherEngines, design.plugins, design.settings],
  }
}

/** A reference to the environment without members that the worker ignores; there may be a secret in those. */
function bareReference({ $env: name, type }: JsonObject): { $env: string; type?: JsonValue } | undefined {
  if (typeof name !== 'string') return undefined
  return { $env: name, ...(type === undefined ? {} : { type }) }
}

function unusedName(name: string, taken: Set<JsonValue | undefined>): string {
  let unused = name
  for (let count = 2; taken.has(unused); count++) unused = `${name}_${count}`
  taken.add(unused)
  return unused
}

function variableName(place: (string | number)[]): string {
  const words = place.filter((segment) => segment !== 'settings' && segment !== 'plugins' && segment !== 'config')
  return words
    .map(String)
    .join('_')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase()
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
