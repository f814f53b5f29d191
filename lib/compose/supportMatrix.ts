import { CatalogError } from '../catalog/catalogError'
import { engineFacts } from '../catalog/engineFacts'
import type { EngineEntry, TemplateContext } from '../catalog/entry'
import { isPartOf } from '../catalog/isPartOf'
import type { TaskFeature } from '../catalog/taskFeature'
import type { MatrixCell, MatrixRow, SupportMatrix } from './composition'
import { featureSupport } from './featureSupport'
import type { Component, ResolvedDesign } from './resolvedDesign'

/** Who offers a task feature, as far as the matrix asks. */
type Offering = Pick<Component, 'label' | 'entry' | 'context'>

/**
 * Every task feature of the worker against every engine of it: plugins' features first, then the engines' own (which other engines do not
 * offer). Engines other than the selected one are judged with the configuration that the design keeps for them, else an empty one.
 */
export function supportMatrix(resolved: ResolvedDesign): SupportMatrix {
  const { catalog, design, engine } = resolved
  const engines = Object.values(catalog.engines).sort((a, b) => (a.name < b.name ? -1 : 1))
  const contexts = new Map<string, TemplateContext>(
    engines.map((entry) => {
      if (entry.name === engine.entry.name) return [entry.name, engine.context]
      const config = design.otherEngines[entry.name] ?? {}
      return [entry.name, { ...engine.context, config, engine: engineFacts(entry) }]
    }),
  )
  const row = (offering: Offering, enabled: boolean, feature: TaskFeature, only?: string): MatrixRow => ({
    component: offering.label,
    feature: feature.name,
    title: feature.title,
    enabled,
    cells: Object.fromEntries(
      engines.map((entry) => {
        const why = whyNotOffered(feature, offering, entry, resolved, only)
        if (why !== undefined) return [entry.name, { verdict: 'refused', reason: why, missing: [] }]
        return [entry.name, cellOf(feature, offering, entry, contexts.get(entry.name) ?? engine.context)]
      }),
    ),
  })
  const rows = pluginOfferings(resolved).flatMap(({ enabled, ...offering }) =>
    (offering.entry.taskFeatures ?? []).map((feature) => row(offering, enabled, feature)),
  )
  for (const entry of engines) {
    const label = `engine ${entry.name}`
    const enabled = entry.name === engine.entry.name
    const context = contexts.get(entry.name) ?? engine.context
    rows.push(
      ...(entry.taskFeatures ?? []).map((feature) => row({ label, entry, context }, enabled, feature, entry.name)),
    )
  }
  return { engines: engines.map((entry) => entry.name), rows }
}

/** All plugins of the worker, sorted by name; those that the design does not have are judged with an empty configuration. */
function pluginOfferings({ catalog, plugins, absent, engine }: ResolvedDesign): (Offering & { enabled: boolean })[] {
  const known = new Map([...absent, ...plugins].map((component) => [component.entry.name, component]))
  const enabled = new Set(plugins.map((plugin) => plugin.entry.name))
  return Object.values(catalog.plugins)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((entry) => ({
      entry,
      label: `plugin ${entry.name}`,
      context: known.get(entry.name)?.context ?? { ...engine.context, config: {} },
      enabled: enabled.has(entry.name),
    }))
}

/** Why an engine does not even know the place where a payload would ask. */
function whyNotOffered(
  { requestedBy: { form } }: TaskFeature,
  { entry }: Offering,
  engine: EngineEntry,
  { workerVersion }: ResolvedDesign,
  only: string | undefined,
): string | undefined {
  const unknown = `${engine.name} does not know the property.`
  if (only !== undefined && engine.name !== only) return `Only another engine offers this; ${unknown}`
  if (entry.kind === 'plugin' && !isPartOf(entry, engine.name, workerVersion)) {
    return `The program of ${engine.name} was built without ${entry.name}.`
  }
  if (form !== undefined && !Object.hasOwn(engine.payloadForms ?? {}, form)) {
    return `${engine.name} takes no payloads of this form.`
  }
  return undefined
}

/** An engine that is not selected may lack the configuration that its conditions read. */
function cellOf(
  feature: TaskFeature,
  offering: Offering,
  engine: EngineEntry,
  engineContext: TemplateContext,
): MatrixCell {
  try {
    const context = { ...offering.context, engine: engineContext.engine }
    const { verdict, missing, reason } = featureSupport(feature, {
      label: offering.label,
      context,
      engine,
      engineContext,
    })
    return { verdict, missing, reason }
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error
    const reason = `This depends on the configuration of ${engine.name}, which the design does not have.`
    return { verdict: 'limited', reason, missing: [] }
  }
}
