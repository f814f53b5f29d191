import { isJsonObject, type JsonObject } from '@/lib/base/json'
import type { EngineEntry, PluginEntry, TemplateContext } from '@/lib/catalog/entry/entry'
import { isPartOf } from '@/lib/catalog/entry/versions'
import { holds } from '@/lib/catalog/template/evaluate'
import { withDefaults } from '@/lib/catalog/template/payloadProperties'
import { renderTemplate } from '@/lib/catalog/template/renderTemplate'
import type { Component, ResolvedDesign } from '@/lib/compose/resolve/resolvedDesign'
import { absentFeature, type FeatureSupport, featureSupport } from './featureSupport'

/** Which engine is asked, and the plugin that is taken for enabled whether or not the design has it. */
interface FormQuestion {
  engine: EngineEntry
  engineContext: TemplateContext
  assumed?: Component<PluginEntry>
}

/**
 * What becomes of a form of payloads as a whole: a component may ask for something with every payload of it, or close it. Nothing that a payload of the
 * form asks for is better off than the form. Undefined where the form is open.
 */
export function formSupport(
  form: string,
  resolved: ResolvedDesign,
  { engine, engineContext, assumed }: FormQuestion = selected(resolved),
): FeatureSupport | undefined {
  const isEnabled = resolved.plugins.some(({ entry }) => entry.name === assumed?.entry.name)
  const plugins = [...resolved.plugins, ...(assumed && !isEnabled ? [assumed] : [])]
  const ownEngine: Component<EngineEntry> = { ...resolved.engine, entry: engine, context: engineContext }
  const present: Component[] = [resolved.worker, ownEngine, ...plugins]
  const asked = present.flatMap((component) => [
    ...wholeFormFeatures(form, component).map((feature) => {
      const context = { ...component.context, engine: engineContext.engine }
      return featureSupport(feature, { label: component.label, context, engine, engineContext })
    }),
    ...closingLimits(form, component, resolved),
  ])
  const unasked = absentPlugins(present, engine, resolved).flatMap((component) =>
    wholeFormFeatures(form, component).map((feature) => absentFeature(feature, component)),
  )
  return [...asked, ...unasked]
    .filter(({ verdict }) => verdict !== 'supported' && verdict !== 'limited')
    .reduce<FeatureSupport | undefined>((worst, one) => worstOf(worst, one), undefined)
}

/** Whether the worker takes no payload of a form at all, so that nothing more needs to be said of its parts. */
export function isClosed(form: string | undefined, resolved: ResolvedDesign): boolean {
  const verdict = form === undefined ? undefined : formSupport(form, resolved)?.verdict
  return verdict === 'refused' || verdict === 'fatal'
}

/** From the best to the worst; of two that are equal, the first counts. */
const ORDER = ['supported', 'limited', 'dropped', 'refused', 'fatal'] as const

/** The worse of two. */
export function worstOf<T extends Pick<FeatureSupport, 'verdict'>>(a: T | undefined, b: T): T {
  return a === undefined || ORDER.indexOf(b.verdict) > ORDER.indexOf(a.verdict) ? b : a
}

function selected({ engine }: ResolvedDesign): FormQuestion {
  return { engine: engine.entry, engineContext: engine.context }
}

function wholeFormFeatures(form: string, { entry }: Component) {
  const features = entry.taskFeatures ?? []
  return features.filter(({ requestedBy }) => requestedBy.form === form && requestedBy.path === undefined)
}

function closingLimits(form: string, { entry, context, label }: Component, { design }: ResolvedDesign) {
  return (entry.limits ?? [])
    .filter((limit) => limit.form === form && (limit.kind === 'refused' || design.strict))
    .filter((limit) => holds(limit.if, context, `${label}: limits.${limit.id}`))
    .filter((limit) => renderTemplate(limit.overlay, context, `${label}: limits.${limit.id}.overlay`) === false)
    .map((limit): FeatureSupport => {
      const reason = String(renderTemplate(limit.reason, context, `${label}: limits.${limit.id}.reason`))
      return { verdict: 'refused', missing: [], reason }
    })
}

/** One form of a payload and its part of the payload schema. The name is undefined where the engine knows only one kind of payload. */
interface FormSchema {
  name: string | undefined
  schema: JsonObject
}

/** The forms of a payload schema, in the order of the engine's: the branches of its `oneOf`, or the whole where there is one form. */
export function payloadForms(schema: JsonObject, forms: EngineEntry['payloadForms'] = {}): FormSchema[] {
  const names = Object.keys(forms)
  if (names.length < 2 || !Array.isArray(schema.oneOf)) return [{ name: names[0], schema }]
  return schema.oneOf.flatMap((branch, index) => (isJsonObject(branch) ? [{ name: names[index], schema: branch }] : []))
}

/** Plugins that the program of an engine was built with and that are not among those given, where its payload schema has their parts all the same. */
function absentPlugins(
  present: readonly Component[],
  engine: EngineEntry,
  resolved: ResolvedDesign,
): Component<PluginEntry>[] {
  const { worker, plugins } = resolved.catalog
  if (worker.payloadParts !== 'all') return []
  return Object.values(plugins)
    .filter(({ name }) => !present.some(({ entry }) => entry.kind === 'plugin' && entry.name === name))
    .filter((entry) => isPartOf(entry, engine.name, resolved.workerVersion))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((entry) => unconfigured(entry, resolved))
}

/** A plugin that the design does not have, with the configuration that it would have without a word. */
export function unconfigured(entry: PluginEntry, { worker, engine }: ResolvedDesign): Component<PluginEntry> {
  const config = worker.entry.fillsDefaults ? withDefaults(entry.configSchema, {}) : {}
  return {
    entry,
    label: `plugin ${entry.name}`,
    config: {},
    place: ['plugins'],
    context: { ...engine.context, config },
  }
}
