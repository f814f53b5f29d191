import type { JsonObject } from '@/lib/base/json'
import type { ArgumentLimit } from '@/lib/catalog/entry'
import type { CallArgument, TaskFeature } from '@/lib/catalog/taskFeature'
import { featureSupport } from './featureSupport'
import { hasEngineFeature } from './hasEngineFeature'
import type { Component, ResolvedDesign } from './resolvedDesign'
import { supportQuestion } from './supportQuestion'

/** An argument of an engine call, one of the places where it comes from, and what the engine takes for it. */
export interface LimitedArgument {
  feature: TaskFeature
  engineFeature: string
  name: string
  source: CallArgument
  limit: ArgumentLimit & { schema: JsonObject }
}

/**
 * The arguments of a task feature that the engine has a limit for. A feature of which something is missing is given up only as far as that goes: where the
 * lack is ignored, its other calls are made.
 */
export function limitedArguments(
  feature: TaskFeature,
  component: Component,
  resolved: ResolvedDesign,
): LimitedArgument[] {
  const { entry, context } = resolved.engine
  const { verdict, missing } = featureSupport(feature, supportQuestion(component, resolved))
  const never = verdict === 'dropped' && missing.length === 0
  if (never || verdict === 'refused' || verdict === 'fatal') return []
  return (feature.calls ?? []).flatMap((call) => {
    if (!hasEngineFeature(call.feature, entry, context)) return []
    return Object.entries(call.arguments ?? {}).flatMap(([name, sources]) => {
      const limit = entry.features[call.feature]?.arguments?.[name]
      const schema = limit?.schema
      if (!limit || !schema) return []
      return sources.map((source) => ({
        feature,
        engineFeature: call.feature,
        name,
        source,
        limit: { ...limit, schema },
      }))
    })
  })
}
