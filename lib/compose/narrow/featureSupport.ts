import type { EngineEntry, TemplateContext } from '@/lib/catalog/entry/entry'
import type { TaskFeature } from '@/lib/catalog/entry/taskFeature'
import { holds, neverOf } from '@/lib/catalog/template/evaluate'
import type { Verdict } from '@/lib/compose/composition'
import type { Component, ResolvedDesign } from '@/lib/compose/resolve/resolvedDesign'

/** What an engine makes of one task feature. */
export interface FeatureSupport {
  verdict: Verdict
  /** engine features that are missing */
  missing: string[]
  /** a clause without a full stop, to stand behind a colon */
  reason: string
}

/** Who asks whom: the component of the task feature, and the engine. Conditions read the context of the one that they belong to. */
interface SupportQuestion {
  label: string
  context: TemplateContext
  engine: EngineEntry
  engineContext: TemplateContext
}

/** Judges a task feature against an engine and the configuration of its own component. */
export function featureSupport(feature: TaskFeature, question: SupportQuestion): FeatureSupport {
  const { engine, engineContext } = question
  const never = neverOf(feature, question.context, question.label)
  if (never) return { verdict: OUTCOME[never.outcome], missing: [], reason: never.reason }
  const missing = missingFeatures(feature, engine, engineContext)
  if (missing.length > 0) {
    return {
      verdict: OUTCOME[feature.whenMissing ?? 'malformed-payload'],
      missing,
      reason: missingReason(engine, missing),
    }
  }
  const limits = argumentReasons(feature, engine)
  const caveats = [feature.caveat, ...calledFeatures(feature).map((name) => engine.features[name]?.caveat)]
  const reason = [...limits, ...caveats].filter((text) => text !== undefined)
  const verdict = limits.length > 0 ? 'limited' : 'supported'
  return { verdict, missing: [], reason: [...new Set(reason)].join('; ') }
}

/** The engine features that a task feature calls, in order, once each. */
export function calledFeatures(feature: TaskFeature): string[] {
  return [...new Set((feature.calls ?? []).map((call) => call.feature))]
}

const OUTCOME = { 'malformed-payload': 'refused', ignored: 'dropped', fatal: 'fatal' } as const

function missingFeatures(feature: TaskFeature, engine: EngineEntry, context: TemplateContext): string[] {
  const lacks = (name: string) => !hasEngineFeature(name, engine, context)
  const requires = feature.requires ?? calledFeatures(feature)
  if (Array.isArray(requires)) return requires.filter(lacks)
  return requires.anyOf.every(lacks) ? requires.anyOf : []
}

function missingReason(engine: EngineEntry, missing: string[]): string {
  const reasons = [
    ...new Set(missing.map((name) => engine.features[name]?.reason).filter((text) => text !== undefined)),
  ]
  const why = reasons.length > 0 ? `: ${reasons.join('; ')}` : ''
  return `engine ${engine.name} has no ${joinWords(missing)}${why}`
}

function argumentReasons(feature: TaskFeature, engine: EngineEntry): string[] {
  return (feature.calls ?? []).flatMap((call) =>
    Object.entries(call.arguments ?? {}).flatMap(([name, sources]) => {
      const limit = engine.features[call.feature]?.arguments?.[name]
      const fromTask = sources.some((source) => 'valueAt' in source || 'keysOf' in source)
      return limit?.schema && fromTask ? [limit.reason] : []
    }),
  )
}

function joinWords(words: string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** Whether an engine has a feature, in its configuration. */
export function hasEngineFeature(name: string, engine: EngineEntry, context: TemplateContext): boolean {
  const supported = engine.features[name]?.supported ?? false
  return holds(supported, context, `engine ${engine.name}: features.${name}`)
}

/** Asks the selected engine for the features of a component. */
export function supportQuestion(component: Component, { engine }: ResolvedDesign): SupportQuestion {
  const { label, context } = component
  return { label, context, engine: engine.entry, engineContext: engine.context }
}

/** A task feature of a plugin that the design does not pick: tasks may not use it, whether or not the worker would let them. */
export function absentFeature(feature: TaskFeature, { label, entry, context }: Component): FeatureSupport {
  const never = neverOf(feature, context, label)
  // What is dropped on the way never reaches the plugin.
  if (never?.outcome === 'ignored') return { verdict: 'dropped', missing: [], reason: never.reason }
  const ignored = entry.kind === 'plugin' && entry.whenDisabled === 'ignored'
  return {
    verdict: ignored ? 'dropped' : 'refused',
    missing: [],
    reason: `${label} is not enabled for this worker type`,
  }
}
