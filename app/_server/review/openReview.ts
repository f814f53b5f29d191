import 'server-only'
import type { OpenDesign } from '@/app/_server/designs/openDesign'
import { services } from '@/app/_server/services/services'
import type { Session } from '@/lib/auth/sessions/session'
import type { SchemaChange, SchemaComparison } from '@/lib/compare/schemaComparison'
import type { Draft } from '@/lib/registry/drafts'
import type { Version } from '@/lib/registry/versions/version'
import { listVersions } from '@/lib/registry/versions/versions'
import { breakingChanges } from '@/lib/review/answerOf'
import { unreadableInForce } from '@/lib/review/compareInTime'
import type { ReviewSide } from '@/lib/review/reviewSide'
import { compareSides, designSide } from './reviewSides'
import { type StateInForce, sideInForce, stateInForce } from './stateInForce'

/** What a design would change. */
interface Review extends StateInForce {
  taskQueueId: string
  /** registered here last; undefined while the worker type is new here */
  current: Version | undefined
  /** what the design goes out from; another one than `current` where somebody else has registered since */
  base: Version | undefined
  overtaken: boolean
  /** undefined where there are no two schemas to compare */
  compared?: { old: ReviewSide; next: ReviewSide; comparison: SchemaComparison }
  /** set where there is nothing to compare with since the Queue could not be asked, and nothing was registered here */
  unread?: SchemaComparison
  /** what has to be acknowledged */
  breaking: SchemaChange[]
}

/** Compares a design with what is in force of its worker type at this moment, by the word of the Queue that somebody would register it with. */
export async function openReview(design: OpenDesign, session: Session | undefined): Promise<Review> {
  const { draft, composition, opened } = design
  const { store } = await services()
  const taskQueueId = composition === undefined ? draft.title : `${composition.provisionerId}/${composition.workerType}`
  const versions = await listVersions(store, taskQueueId)
  const current = versions.find(({ state }) => state === 'acknowledged')
  const base = baseVersion(versions, draft)
  const overtaken = current !== undefined && current.number !== base?.number
  const next = designSide(design)
  // a design that cannot be read has a title instead of a name, of which no Queue knows
  const state = composition === undefined ? nameless : await stateInForce(session, taskQueueId, current)
  const known = { taskQueueId, current, base, overtaken, ...state }
  if (next === undefined) return { ...known, breaking: [] }
  const { inForce } = state
  const old = await sideInForce(state, current, opened)
  const why = inForce.state === 'unknown' ? inForce.problems.map(({ message }) => message).join('; ') : undefined
  if (old === undefined) {
    if (why === undefined) return { ...known, breaking: [] }
    const unread = unreadableInForce(why)
    return { ...known, unread, breaking: breakingChanges(unread) }
  }
  const found = await compareSides(old, next)
  const comparison = why === undefined ? found : unreadableInForce(why, found)
  return { ...known, compared: { old, next, comparison }, breaking: breakingChanges(comparison) }
}

const nameless: StateInForce = { inForce: { state: 'unheld' }, changedElsewhere: false, seen: '' }

/**
 * The version that a draft goes out from: the newest that was registered from it, or that was in force when it was begun. Undefined where
 * there was none. `versions` are newest first.
 */
export function baseVersion(
  versions: readonly Version[],
  { id, createdAt }: Pick<Draft, 'id' | 'createdAt'>,
): Version | undefined {
  return versions.find(
    ({ state, draftId, resolvedAt }) =>
      state === 'acknowledged' && (draftId === id || (resolvedAt !== null && resolvedAt <= createdAt)),
  )
}
