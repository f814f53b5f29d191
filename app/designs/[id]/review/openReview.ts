import 'server-only'
import { listVersions } from '@/lib/registry/listVersions'
import type { Version } from '@/lib/registry/version'
import { breakingChanges } from '@/lib/review/breakingChanges'
import type { ReviewSide } from '@/lib/review/reviewSide'
import type { SchemaChange, SchemaComparison } from '@/lib/schema/compare/schemaComparison'
import { baseVersion } from '../../../review/baseVersion'
import { designSide } from '../../../review/designSide'
import { versionSide } from '../../../review/versionSide'
import { compareSides } from '../../../server/compareSides'
import { services } from '../../../server/services'
import type { OpenDesign } from '../openDesign'

/** What a design would change. */
export interface Review {
  taskQueueId: string
  /** in force; undefined while the worker type is new */
  current: Version | undefined
  /** what the design goes out from; another one than `current` where somebody else has registered since */
  base: Version | undefined
  overtaken: boolean
  /** undefined where there are no two schemas to compare */
  compared?: { old: ReviewSide; next: ReviewSide; comparison: SchemaComparison }
  /** what has to be acknowledged */
  breaking: SchemaChange[]
}

/** Compares a design with what is registered of its worker type. */
export async function openReview(design: OpenDesign): Promise<Review> {
  const { draft, composition, opened } = design
  const { store } = await services()
  const taskQueueId = composition === undefined ? draft.title : `${composition.provisionerId}/${composition.workerType}`
  const versions = await listVersions(store, taskQueueId)
  const current = versions.find(({ state }) => state === 'acknowledged')
  const base = baseVersion(versions, draft)
  const known = { taskQueueId, current, base, overtaken: current !== undefined && current.number !== base?.number }
  const next = designSide(design)
  if (current === undefined || next === undefined) return { ...known, breaking: [] }
  const old = await versionSide(current, opened)
  const comparison = await compareSides(old, next)
  return { ...known, compared: { old, next, comparison }, breaking: breakingChanges(comparison) }
}
