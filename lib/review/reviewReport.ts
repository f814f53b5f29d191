import type { Inclusion, SchemaComparison } from '@/lib/schema/compare/schemaComparison'
import { answerOf, type ReviewAnswer } from './answerOf'
import { configText } from './configText'
import { type DiffLine, diffLines } from './diffLines'
import { type ChangeGroup, groupChanges } from './groupChanges'
import type { ReviewSide } from './reviewSide'
import { type Rollout, rolloutOf } from './rolloutOf'
import { type VersionChange, versionChanges } from './versionChanges'

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
