import type { Inclusion, SchemaComparison } from '@/lib/compare/schemaComparison'
import { answerOf, type ReviewAnswer } from './answerOf'
import { type DiffLine, diffLines } from './diffLines'
import { configText, type ReviewSide } from './reviewSide'
import { type ChangeGroup, groupChanges, type Rollout, rolloutOf } from './rolloutOf'

/** What a change of a worker type comes to; plain data. */
export interface ReviewReport extends ReviewAnswer {
  compared: { old: string; new: string }
  forward: Inclusion
  backward: Inclusion
  /** by component, those that break tasks first */
  groups: ChangeGroup[]
  rollout: Rollout
  versions: VersionChange[]
  /** the worker's configuration line by line; undefined where a side has none */
  config?: DiffLine[]
}

/** Puts together what is known of a change from one state of a worker type to another. */
export function reviewReport(old: ReviewSide, next: ReviewSide, comparison: SchemaComparison): ReviewReport {
  const { forward, backward, changes } = comparison
  return {
    ...answerOf(comparison),
    compared: { old: old.label, new: next.label },
    forward,
    backward,
    groups: groupChanges(changes),
    rollout: rolloutOf(comparison),
    versions: versionChanges(old, next),
    ...(old.composition === undefined || next.composition === undefined
      ? {}
      : { config: diffLines(configText(old.composition), configText(next.composition)) }),
  }
}

/** A catalog entry, or the product itself, of which the two sides have different versions. */
export interface VersionChange {
  /** `plugin cache`, `worker taskcluster-worker`, `Worker Type Designer` */
  label: string
  before: string
  after: string
}

/** Versions that differ between two sides. What only one of them has is a matter of the configuration. */
export function versionChanges(old: ReviewSide, next: ReviewSide): VersionChange[] {
  const is = new Map(Object.entries(versionsOf(next)))
  return Object.entries(versionsOf(old))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([label, before]) => {
      const after = is.get(label)
      return after === undefined || after === before ? [] : [{ label, before, after }]
    })
}

function versionsOf({ catalogVersions, toolVersion }: ReviewSide): Record<string, string> {
  return { ...catalogVersions, ...(toolVersion === undefined ? {} : { 'Worker Type Designer': toolVersion }) }
}
