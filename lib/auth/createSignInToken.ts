import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { sha256 } from '../base/sha256'
import type { Store } from '../registry/store'
import { signInTokens } from '../registry/tables/signInTokens'
import type { AdminPlace } from './ensureAdminClient'
import { readSecretFile } from './readSecretFile'
import { writeSecretFile } from './writeSecretFile'

/**
 * Makes a token that signs in as `admin` once, and puts it into `sign-in-token` in the data directory, readable by the owner alone. The
 * token that was there before is void. The database knows only hashes.
 */
export async function createSignInToken(
  store: Store,
  { dataDir, random, now }: Pick<AdminPlace, 'dataDir' | 'random' | 'now'>,
): Promise<string> {
  const before = readSecretFile(join(dataDir, 'sign-in-token'))
  const token = random(32)
  await store.database.transaction(async (tx) => {
    if (before !== undefined) await tx.delete(signInTokens).where(eq(signInTokens.tokenSha256, sha256(before)))
    await tx.insert(signInTokens).values({ tokenSha256: sha256(token), clientId: 'admin', createdAt: now })
  })
  writeSecretFile(dataDir, 'sign-in-token', `${token}\n`)
  return token
}
