import type { Draft } from '@/lib/registry/draft'
import type { Version } from '@/lib/registry/version'

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
