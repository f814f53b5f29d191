import { and, eq, gt, inArray, isNull } from 'drizzle-orm'
import { unsealData } from 'iron-session'
import { issuerOf } from '@/lib/auth/credentials/certificate'
import { type ClientInfo, clientSchema, sealClientToken } from '@/lib/auth/credentials/client'
import { credentialsSchema } from '@/lib/auth/credentials/credentials'
import { satisfies } from '@/lib/auth/scopes'
import { sessionKey } from '@/lib/auth/sessions/sessionKey'
import { type Result, succeed } from '@/lib/base/problem'
import { type AuditEntry, recordAudit } from '@/lib/registry/audit/recordAudit'
import type { Database, Store } from '@/lib/registry/store/store'
import { clients, sessions } from '@/lib/registry/tables/serverTables'
import { beyondOwnScopes, type ClientMaker, clientFails } from './createClient'

/** What becomes of a client: it is turned off or on, it ends at another time, or it gets another access token. */
export type ClientChange = { disabled: boolean } | { expires: Date } | { rotate: true }

type ClientState = Pick<ClientInfo, 'disabled' | 'expires'>

/**
 * Changes a client; a new access token is in the answer, and nowhere else. Signatures with an old token or of a client that is turned off are
 * refused at once, and its sessions end for good. What is so already stays so, and is no change.
 *
 * Problems: `client-unknown`, `client-kept` (the first client is the server's own: it can only be rotated), `client-invalid`, and
 * `scopes-missing`: to bring a client back, to let it last or to learn its token one needs the scopes that it has.
 */
export async function changeClient(
  store: Store,
  clientId: string,
  change: ClientChange,
  { who, scopes: held, random, now }: ClientMaker,
): Promise<Result<{ accessToken?: string }>> {
  if ('expires' in change && Number.isNaN(change.expires.getTime())) {
    return clientFails('client-invalid', 'This is no day.', { path: 'expires' })
  }
  return store.database.transaction(async (tx) => {
    const rows = await tx.select().from(clients).where(eq(clients.clientId, clientId)).for('update')
    if (rows[0] === undefined) return clientFails('client-unknown', 'There is no such client.')
    const before = clientSchema.parse(rows[0])
    if (clientId === 'admin' && !('rotate' in change)) {
      return clientFails('client-kept', 'This server needs its first client.', { help: 'Give it a new access token.' })
    }
    const missing = before.scopes.filter((scope) => !satisfies(held, scope))
    const gives = 'rotate' in change || ('disabled' in change && !change.disabled) || 'expires' in change
    if (gives && missing.length > 0) return beyondOwnScopes(missing)
    if (isAsBefore(change, before)) return succeed({})
    const accessToken = 'rotate' in change ? random(32) : undefined
    const rotated = { sealedAccessToken: sealClientToken(store, clientId, accessToken ?? ''), accessToken: null }
    await tx
      .update(clients)
      .set('rotate' in change ? rotated : change)
      .where(eq(clients.clientId, clientId))
    const turnedOn = 'disabled' in change && !change.disabled
    if (!turnedOn) await endSessionsOf(store, tx, clientId, 'expires' in change ? change.expires : undefined)
    await recordAudit(tx, { ...auditOf(change, before), entity: `client:${clientId}`, who, at: now })
    return succeed(accessToken === undefined ? {} : { accessToken })
  })
}

function isAsBefore(change: ClientChange, { disabled, expires }: ClientState): boolean {
  if ('disabled' in change) return change.disabled === disabled
  return 'expires' in change && change.expires.getTime() === expires.getTime()
}

/** Of access tokens the audit says nothing. */
function auditOf(change: ClientChange, { disabled, expires }: ClientState): Pick<AuditEntry, 'action' | 'detail'> {
  if ('rotate' in change) return { action: 'client.rotated', detail: {} }
  if ('disabled' in change) {
    const detail = { before: { disabled }, after: { disabled: change.disabled } }
    return { action: change.disabled ? 'client.disabled' : 'client.enabled', detail }
  }
  const detail = { before: { expires: expires.toJSON() }, after: { expires: change.expires.toJSON() } }
  return { action: 'client.expiry-changed', detail }
}

/**
 * Ends the sessions of a client of this server for good, and those with temporary credentials that it has signed: whatever becomes of the client
 * later, they do not come back. With `last` they end then.
 */
async function endSessionsOf(store: Store, tx: Database, clientId: string, last?: Date): Promise<void> {
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
