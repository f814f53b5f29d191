import type { ReviewSide } from './reviewSide'

/** A catalog entry, or the product itself, that is another one on the two sides. */
export interface VersionChange {
  /** `plugin cache`, `worker taskcluster-worker`, `Worker Type Designer` */
  label: string
  /** undefined where the side does not have it, or nobody knows */
  before?: string
  after?: string
}

/** Versions that differ between two sides; nothing is said of a side of which none are known. */
export function versionChanges(old: ReviewSide, next: ReviewSide): VersionChange[] {
  const [was, is] = [versionsOf(old), versionsOf(next)]
  if (Object.keys(was).length === 0 || Object.keys(is).length === 0) return []
  const labels = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort()
  return labels
    .filter((label) => was[label] !== is[label])
    .map((label) => ({
      label,
      ...(was[label] === undefined ? {} : { before: was[label] }),
      ...(is[label] === undefined ? {} : { after: is[label] }),
    }))
}

function versionsOf({ catalogVersions, toolVersion }: ReviewSide): Record<string, string> {
  return { ...catalogVersions, ...(toolVersion === undefined ? {} : { 'Worker Type Designer': toolVersion }) }
}
