import { eq } from 'drizzle-orm'
import { sha256 } from '../base/sha256'
import { recordAudit } from '../registry/recordAudit'
import { sessions } from '../registry/tables/sessions'
import { openSessionId } from './openSessionId'
import type { SessionPlace } from './session'
import { type SessionCookies, sessionCookie } from './sessionCookies'
import { signedInAs } from './signedInAs'

/** Signs out: the session ends on the server, whoever has a copy of the cookie, and the cookie is taken away. */
export async function endSession(place: SessionPlace, cookies: SessionCookies, now: Date): Promise<void> {
  const id = await openSessionId(place, cookies)
  if (id !== undefined) {
    await place.store.database.transaction(async (tx) => {
      const { idSha256, clientId, rootUrl, createdAt, expires } = sessions
      const rows = await tx
        .delete(sessions)
        .where(eq(idSha256, sha256(id)))
        .returning({ clientId, rootUrl, createdAt, expires })
      if (rows[0] === undefined) return
      const who = signedInAs(place, rows[0].clientId, rows[0].rootUrl)
      const before = { rootUrl: rows[0].rootUrl, since: rows[0].createdAt.toJSON(), expires: rows[0].expires.toJSON() }
      const detail = { before, after: null }
      await recordAudit(tx, { entity: `client:${who}`, action: 'session.ended', who, at: now, detail })
    })
  }
  cookies.set(sessionCookie, '', { httpOnly: true, sameSite: 'lax', secure: place.secure, path: '/', maxAge: 0 })
}
