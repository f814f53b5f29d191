import { CatalogError } from '../catalog/catalogError'
import type { EngineEntry, TaskFeature, TemplateContext } from '../catalog/entry'
import type { MatrixCell, MatrixRow, SupportMatrix } from './composition'
import { featureSupport } from './featureSupport'
import type { ResolvedDesign } from './resolvedDesign'

/**
 * Every task feature of the worker against every engine of it: plugins' features first, then the engines' own (which other engines do not
 * offer). Engines other than the selected one are judged with the configuration that the design keeps for them, else an empty one.
 */
export function supportMatrix(resolved: ResolvedDesign): SupportMatrix {
  const { catalog, design, engine, plugins } = resolved
  const engines = Object.values(catalog.engines).sort((a, b) => (a.name < b.name ? -1 : 1))
  const contexts = new Map<string, TemplateContext>(
    engines.map((entry) => {
      if (entry.name === engine.entry.name) return [entry.name, engine.context]
      const config = design.otherEngines[entry.name] ?? {}
      return [entry.name, { ...engine.context, config, engine: { name: entry.name, volumeSchema: entry.volumeSchema } }]
    }),
  )
  const enabled = new Set(plugins.map((plugin) => plugin.entry.name))
  const row = (component: string, on: boolean, feature: TaskFeature, only?: string): MatrixRow => ({
    component,
    feature: feature.name,
    title: feature.title,
    enabled: on,
    cells: Object.fromEntries(
      engines.map((entry) => {
        if (only !== undefined && entry.name !== only) return [entry.name, notOffered(entry.name)]
        const context = contexts.get(entry.name) ?? engine.context
        return [entry.name, cellOf(feature, entry, context)]
      }),
    ),
  })
  const rows = Object.values(catalog.plugins)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((plugin) =>
      (plugin.taskFeatures ?? []).map((feature) => row(`plugin ${plugin.name}`, enabled.has(plugin.name), feature)),
    )
  for (const entry of engines) {
    const on = entry.name === engine.entry.name
    rows.push(...(entry.taskFeatures ?? []).map((feature) => row(`engine ${entry.name}`, on, feature, entry.name)))
  }
  return { engines: engines.map((entry) => entry.name), rows }
}

/** An engine that is not selected may lack the configuration that its conditions read. */
function cellOf(feature: TaskFeature, engine: EngineEntry, context: TemplateContext): MatrixCell {
  try {
    return featureSupport(feature, engine, context)
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error
    const reason = `This depends on the configuration of ${engine.name}, which the design does not have.`
    return { verdict: 'limited', reason, missing: [] }
  }
}

function notOffered(engine: string): MatrixCell {
  return {
    verdict: 'refused',
    reason: `Only another engine offers this; ${engine} does not know the property.`,
    missing: [],
  }
}
