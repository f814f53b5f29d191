import { and, eq, gt, isNull, ne } from 'drizzle-orm'
import type { AdminPlace } from '@/lib/auth/setup/ensureAdminClient'
import { makeSignInToken, readSignInToken, removeSignInToken, type SignInToken } from '@/lib/auth/setup/signInTokenFile'
import { sha256 } from '@/lib/base/sha256'
import type { Store } from '@/lib/registry/store/store'
import { signInTokens } from '@/lib/registry/tables/serverTables'
import { linkLimit } from './session'

/**
 * Marks a token as used, in one step, so that of two who come at once one gets in; the id of the client that it signs in. The database
 * knows only hashes, and learns here of a token that was made in the data directory meanwhile, which voids those before it.
 */
export async function takeSignInToken(
  { store, dataDir }: { store: Store; dataDir: string },
  token: string,
  now: Date,
): Promise<string | undefined> {
  const youngest = new Date(now.getTime() - linkLimit)
  const made = readSignInToken(dataDir)
  if (made !== undefined && made.createdAt > youngest) await takeOver(store, made)
  const { tokenSha256, usedAt, createdAt } = signInTokens
  const rows = await store.database
    .update(signInTokens)
    .set({ usedAt: now })
    .where(and(eq(tokenSha256, sha256(token)), isNull(usedAt), gt(createdAt, youngest)))
    .returning({ clientId: signInTokens.clientId })
  if (rows[0] !== undefined) removeSignInToken(dataDir, token)
  return rows[0]?.clientId
}

/** The token of the first start on a database, for the link that it prints; undefined where there was one before. */
export async function firstSignInToken(
  store: Store,
  { dataDir, random, now }: Pick<AdminPlace, 'dataDir' | 'random' | 'now'>,
): Promise<SignInToken | undefined> {
  const known = await store.database.select({ clientId: signInTokens.clientId }).from(signInTokens).limit(1)
  if (known.length > 0) return undefined
  const made = makeSignInToken(dataDir, random, now)
  await takeOver(store, made)
  return made
}

async function takeOver({ database }: Store, { token, createdAt }: SignInToken): Promise<void> {
  const row = { tokenSha256: sha256(token), clientId: 'admin', createdAt }
  const { tokenSha256, usedAt } = signInTokens
  await database.transaction(async (tx) => {
    const added = await tx.insert(signInTokens).values(row).onConflictDoNothing().returning({ tokenSha256 })
    if (added[0] === undefined) return
    await tx.delete(signInTokens).where(and(isNull(usedAt), ne(tokenSha256, row.tokenSha256)))
  })
}
