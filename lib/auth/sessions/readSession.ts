import { and, eq, gt } from 'drizzle-orm'
import { unsealData } from 'iron-session'
import { z } from 'zod'
import { type Credentials, credentialsSchema } from '@/lib/auth/credentials/credentials'
import { sha256 } from '@/lib/base/sha256'
import { unlessFull } from '@/lib/registry/store/databaseTrouble'
import { sessions } from '@/lib/registry/tables/serverTables'
import { checkCredentials } from './checkCredentials'
import { deleteSession } from './endSession'
import {
  earliest,
  idleLimit,
  renewalStep,
  type Session,
  type SessionPlace,
  scopesFresh,
  scopesStale,
  signedInAs,
} from './session'
import type { SessionCookies } from './sessionCookies'
import { openSessionId, sessionKey } from './sessionKey'

const rowSchema = z.object({
  idSha256: z.string(),
  rootUrl: z.string(),
  sealedCredentials: z.string(),
  expires: z.date(),
  lastsUntil: z.date(),
  scopes: z.array(z.string()).nullable(),
  checkedAt: z.date().nullable(),
})
type Row = z.infer<typeof rowSchema>

/**
 * Who is signed in, or undefined. The credentials are checked again: a client of this server that was disabled or got a new token is out at
 * once; one of another deployment within minutes. A session whose credentials were refused is over for good. Using a session renews it.
 */
export async function readSession(
  place: SessionPlace,
  cookies: Pick<SessionCookies, 'get'>,
  now: Date,
): Promise<Session | undefined> {
  const id = await openSessionId(place, cookies)
  if (id === undefined) return undefined
  const rows = await place.store.database
    .select()
    .from(sessions)
    .where(and(eq(sessions.idSha256, sha256(id)), gt(sessions.expires, now)))
  if (!rows[0]) return undefined
  const row = rowSchema.parse(rows[0])
  const opened = await unsealData(row.sealedCredentials, { password: sessionKey(place.store), ttl: 0 })
  const credentials = credentialsSchema.safeParse(opened)
  if (!credentials.success) return undefined
  const scopes = await scopesOf(place, row, credentials.data, now)
  if (scopes === undefined) return undefined
  const { clientId } = credentials.data
  const { rootUrl } = row
  const expires = await renew(place, row, now)
  return {
    clientId,
    who: signedInAs(place, clientId, rootUrl),
    rootUrl,
    scopes,
    expires,
    credentials: credentials.data,
  }
}

async function scopesOf(place: SessionPlace, row: Row, credentials: Credentials, now: Date) {
  const age = row.checkedAt === null ? Number.POSITIVE_INFINITY : now.getTime() - row.checkedAt.getTime()
  if (row.rootUrl !== place.rootUrl && row.rootUrl !== place.elsewhere?.rootUrl) return undefined
  if (row.scopes !== null && age < scopesFresh) return row.scopes
  const checked = await checkCredentials(place, credentials, row.rootUrl, now)
  if (checked.ok) {
    if (row.rootUrl !== place.rootUrl) await change(place, row, { scopes: checked.value.scopes, checkedAt: now })
    return checked.value.scopes
  }
  if (checked.problems.some(({ code }) => code === 'credentials-refused')) {
    const ended = { idSha256: row.idSha256, why: 'credentials-refused', now } as const
    await place.store.database.transaction((tx) => deleteSession(place, tx, ended))
    return undefined
  }
  return row.scopes !== null && age < scopesStale ? row.scopes : undefined
}

async function renew(place: SessionPlace, row: Row, now: Date): Promise<Date> {
  const expires = earliest(new Date(now.getTime() + idleLimit), row.lastsUntil)
  if (expires.getTime() - row.expires.getTime() < renewalStep) return row.expires
  await change(place, row, { expires })
  return expires
}

async function change({ store }: SessionPlace, { idSha256 }: Row, values: Partial<typeof sessions.$inferInsert>) {
  // a session that cannot be renewed still holds, for those who read
  await unlessFull(() => store.database.update(sessions).set(values).where(eq(sessions.idSha256, idSha256)))
}
