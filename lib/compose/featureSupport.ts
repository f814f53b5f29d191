import type { EngineEntry, TemplateContext } from '@/lib/catalog/entry'
import { neverOf } from '@/lib/catalog/neverOf'
import type { TaskFeature } from '@/lib/catalog/taskFeature'
import type { Verdict } from './composition'
import { hasEngineFeature } from './hasEngineFeature'

/** What an engine makes of one task feature. */
export interface FeatureSupport {
  verdict: Verdict
  /** engine features that are missing */
  missing: string[]
  /** a clause without a full stop, to stand behind a colon */
  reason: string
}

/** Who asks whom: the component of the task feature, and the engine. Conditions read the context of the one that they belong to. */
export interface SupportQuestion {
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
