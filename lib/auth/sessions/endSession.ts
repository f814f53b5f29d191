import { eq } from 'drizzle-orm'
import { sha256 } from '@/lib/base/sha256'
import { recordAudit } from '@/lib/registry/audit/recordAudit'
import type { Database } from '@/lib/registry/store/store'
import { sessions } from '@/lib/registry/tables/serverTables'
import { type SessionPlace, signedInAs } from './session'
import { cookieName, cookieOptions, type SessionCookies } from './sessionCookies'
import { openSessionId } from './sessionKey'

/** Signs out: the session ends on the server, whoever has a copy of the cookie, and the cookie is taken away. */
export async function endSession(place: SessionPlace, cookies: SessionCookies, now: Date): Promise<void> {
  const id = await openSessionId(place, cookies)
  if (id !== undefined) {
    await place.store.database.transaction((tx) =>
      deleteSession(place, tx, { idSha256: sha256(id), why: 'sign-out', now }),
    )
  }
  cookies.set(cookieName(place.rootUrl, 'session'), '', cookieOptions(place.rootUrl, 0))
}

/** Deletes a session, if it is still there, and tells the audit why. */
export async function deleteSession(
  place: Pick<SessionPlace, 'rootUrl'>,
  tx: Database,
  ended: { idSha256: string; why: 'sign-out' | 'sign-in' | 'credentials-refused'; now: Date },
): Promise<void> {
  const { idSha256, clientId, rootUrl, createdAt, expires } = sessions
  const rows = await tx
    .delete(sessions)
    .where(eq(idSha256, ended.idSha256))
    .returning({ clientId, rootUrl, createdAt, expires })
  if (rows[0] === undefined) return
  const who = signedInAs(place, rows[0].clientId, rows[0].rootUrl)
  const before = { rootUrl: rows[0].rootUrl, since: rows[0].createdAt.toJSON(), expires: rows[0].expires.toJSON() }
  const detail = { why: ended.why, before, after: null }
  await recordAudit(tx, { entity: `client:${who}`, action: 'session.ended', who, at: ended.now, detail })
}
