import { and, gt, inArray, isNull } from 'drizzle-orm'
import { unsealData } from 'iron-session'
import { issuerOf } from '@/lib/auth/certificate'
import { credentialsSchema } from '@/lib/auth/credentials'
import { sessionKey } from '@/lib/auth/sessionKey'
import type { Database, Store } from '@/lib/registry/store'
import { sessions } from '@/lib/registry/tables/sessions'

/**
 * Ends the sessions of a client of this server for good, and those with temporary credentials that it has signed: whatever becomes of the client
 * later, they do not come back. With `last` they end then.
 */
export async function endSessionsOf(store: Store, tx: Database, clientId: string, last?: Date): Promise<void> {
  const { idSha256, expires, lastsUntil } = sessions
  const ids = await sessionsOf(store, tx, clientId)
  if (ids.length === 0) return
  const own = inArray(idSha256, ids)
  if (last === undefined) {
    await tx.delete(sessions).where(own)
    return
  }
  await tx
    .update(sessions)
    .set({ lastsUntil: last })
    .where(and(own, gt(lastsUntil, last)))
  await tx
    .update(sessions)
    .set({ expires: last })
    .where(and(own, gt(expires, last)))
}

/** Those of this server know no scopes, since it knows them itself. */
async function sessionsOf(store: Store, tx: Database, clientId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: sessions.idSha256, who: sessions.clientId, sealed: sessions.sealedCredentials })
    .from(sessions)
    .where(isNull(sessions.scopes))
  const ids: string[] = []
  for (const { id, who, sealed } of rows) {
    if (who === clientId || (await signerOf(store, sealed)) === clientId) ids.push(id)
  }
  return ids
}

async function signerOf(store: Store, sealed: string): Promise<string | undefined> {
  const opened = await unsealData(sealed, { password: sessionKey(store), ttl: 0 })
  const credentials = credentialsSchema.safeParse(opened)
  return credentials.success ? issuerOf(credentials.data) : undefined
}
