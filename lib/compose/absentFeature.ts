import { neverOf } from '@/lib/catalog/neverOf'
import type { TaskFeature } from '@/lib/catalog/taskFeature'
import type { FeatureSupport } from './featureSupport'
import type { Component } from './resolvedDesign'

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
