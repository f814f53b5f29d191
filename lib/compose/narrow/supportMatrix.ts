import { CatalogError } from '@/lib/catalog/entry/catalogError'
import { engineFacts } from '@/lib/catalog/entry/engineFacts'
import type { EngineEntry, PluginEntry, TemplateContext } from '@/lib/catalog/entry/entry'
import type { TaskFeature } from '@/lib/catalog/entry/taskFeature'
import { isPartOf } from '@/lib/catalog/entry/versions'
import { holds } from '@/lib/catalog/template/evaluate'
import type { MatrixCell, MatrixRow, SupportMatrix } from '@/lib/compose/composition'
import type { Component, ResolvedDesign } from '@/lib/compose/resolve/resolvedDesign'
import { type FeatureSupport, featureSupport } from './featureSupport'
import { formSupport, unconfigured, worstOf } from './formSupport'

/** Who offers a task feature, as far as the matrix asks. */
type Offering = Component<EngineEntry | PluginEntry>

/**
 * Every task feature of the worker against every engine of it: plugins' features first, then the engines' own (which other engines do not
 * offer). What no task asks for under this configuration has no row. Engines other than the selected one are judged with the configuration that the design keeps for them, else an empty one.
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
        return [entry.name, cellOf(feature, offering, resolved, entry, contexts.get(entry.name) ?? engine.context)]
      }),
    ),
  })
  const rows = pluginOfferings(resolved).flatMap(({ offering, enabled }) =>
    (offering.entry.taskFeatures ?? [])
      .filter((feature) => isEverAsked(feature, offering))
      .map((feature) => row(offering, enabled, feature)),
  )
  for (const entry of engines) {
    const label = `engine ${entry.name}`
    const enabled = entry.name === engine.entry.name
    const context = contexts.get(entry.name) ?? engine.context
    rows.push(
      ...(entry.taskFeatures ?? []).map((feature) =>
        row({ ...engine, label, entry, context }, enabled, feature, entry.name),
      ),
    )
  }
  return { engines: engines.map((entry) => entry.name), rows }
}

/** All plugins of the worker, sorted by name; those that the design does not have are judged with an empty configuration. */
function pluginOfferings(resolved: ResolvedDesign) {
  const { catalog, plugins, absent } = resolved
  const known = new Map([...absent, ...plugins].map((component) => [component.entry.name, component]))
  const enabled = new Set(plugins.map((plugin) => plugin.entry.name))
  return Object.values(catalog.plugins)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((entry) => ({
      offering: known.get(entry.name) ?? unconfigured(entry, resolved),
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

/** Whether some task could ask for it: what every task asks for under a condition that does not hold, none does. */
function isEverAsked({ name, requestedBy }: TaskFeature, { context, label }: Offering): boolean {
  const { always = true, path, form } = requestedBy
  if (always === true || path !== undefined || form !== undefined) return true
  try {
    return holds(always, context, `${label}: taskFeatures.${name}.always`)
  } catch (error) {
    // a plugin that is not enabled lacks the configuration that the condition reads
    if (error instanceof CatalogError) return true
    throw error
  }
}

/** Support is never better than that of the form that asks. A plugin that is not enabled is judged as if it were. */
function cellOf(
  feature: TaskFeature,
  offering: Offering,
  resolved: ResolvedDesign,
  engine: EngineEntry,
  engineContext: TemplateContext,
): MatrixCell {
  const context = { ...offering.context, engine: engineContext.engine }
  const own = asFarAsKnown(engine, () =>
    featureSupport(feature, { label: offering.label, context, engine, engineContext }),
  )
  const { form } = feature.requestedBy
  const assumed = isPlugin(offering) ? { assumed: offering } : {}
  const whole = asFarAsKnown(engine, () =>
    form === undefined ? own : (formSupport(form, resolved, { engine, engineContext, ...assumed }) ?? own),
  )
  const { verdict, missing, reason } = worstOf(whole, own)
  return { verdict, missing, reason }
}

/** An engine that is not selected may lack the configuration that conditions read. */
function asFarAsKnown(engine: EngineEntry, judge: () => FeatureSupport): FeatureSupport {
  try {
    return judge()
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error
    const reason = `This depends on the configuration of ${engine.name}, which the design does not have.`
    return { verdict: 'limited', reason, missing: [] }
  }
}

function isPlugin(offering: Offering): offering is Component<PluginEntry> {
  return offering.entry.kind === 'plugin'
}
