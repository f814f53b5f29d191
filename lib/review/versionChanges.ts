import type { ReviewSide } from './reviewSide'

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
