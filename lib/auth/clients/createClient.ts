import { eq, sql } from 'drizzle-orm'
import { clientIdPattern, isReservedName, sealClientToken } from '@/lib/auth/credentials/client'
import { isScope, normalizeScopes, satisfies } from '@/lib/auth/scopes'
import type { RandomText } from '@/lib/auth/setup/ensureAdminClient'
import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import { recordAudit } from '@/lib/registry/audit/recordAudit'
import type { Store } from '@/lib/registry/store/store'
import { clients } from '@/lib/registry/tables/serverTables'

/** Who makes or changes clients: nobody gives more scopes away than they have. */
export interface ClientMaker {
  who: string
  scopes: string[]
  random: RandomText
  now: Date
}

export interface NewClient {
  clientId: string
  description: string
  scopes: string[]
  expires: Date
}

const mostScopes = 1000
const longestScope = 4096
/** One number for what is locked here, in all processes on a database. */
const nameLock = 774_092

/**
 * Makes a client and answers its access token, which nobody can read afterwards. People read ids, so that no two
 * differ in case only. Problems: `client-invalid`, `client-exists`,
 * `scopes-missing`, each with the field as its path.
 */
export async function createClient(
  store: Store,
  { clientId, description, scopes, expires }: NewClient,
  { who, scopes: held, random, now }: ClientMaker,
): Promise<Result<{ accessToken: string }>> {
  if (!clientIdPattern.test(clientId) || clientId.length > 255) {
    const help = 'Letters, digits and !@/:.+|_- make an id, as in project/ci/register.'
    return clientFails('client-invalid', 'This is no client id.', { path: 'clientId', help })
  }
  if (isReservedName(clientId)) {
    const help = 'It stands for those who are not signed in.'
    return clientFails('client-invalid', 'No client can have this id.', { path: 'clientId', help })
  }
  if (description.length > 10_000) {
    return clientFails('client-invalid', 'The description is too long.', { path: 'description' })
  }
  if (description.includes('\0')) {
    return clientFails('client-invalid', 'The description has a character that is none.', { path: 'description' })
  }
  const isBad = (scope: string) => scope.length > longestScope || !isScope(scope) || scope.endsWith('**')
  if (scopes.length > mostScopes || scopes.some(isBad)) {
    const help = 'One scope a line, of printable ASCII, a thousand at most; a star at the end stands for any text.'
    return clientFails('client-invalid', 'These are no scopes.', { path: 'scopes', help })
  }
  if (!(expires > now)) return clientFails('client-invalid', 'It would be over already.', { path: 'expires' })
  const missing = scopes.filter((scope) => !satisfies(held, scope))
  if (missing.length > 0) return beyondOwnScopes(missing)
  const accessToken = random(32)
  const wanted = normalizeScopes(scopes)
  const row = {
    ...{ clientId, description, scopes: wanted, expires, createdBy: who, disabled: false, createdAt: now },
    sealedAccessToken: sealClientToken(store, clientId, accessToken),
  }
  const made = await store.database.transaction(async (tx) => {
    const sameName = eq(sql`lower(${clients.clientId})`, clientId.toLowerCase())
    // two that differ in case only do not come at once
    await tx.execute(sql`select pg_advisory_xact_lock(${nameLock}, hashtext(${clientId.toLowerCase()}))`)
    const twins = await tx.select({ clientId: clients.clientId }).from(clients).where(sameName).limit(1)
    if (twins.length > 0) return false
    const rows = await tx.insert(clients).values(row).onConflictDoNothing().returning({ clientId: clients.clientId })
    if (rows.length === 0) return false
    const after = {
      scopes: wanted,
      expires: expires.toJSON(),
      description: description.slice(0, 1000),
      disabled: false,
    }
    const detail = { before: null, after }
    await recordAudit(tx, { entity: `client:${clientId}`, action: 'client.created', who, at: now, detail })
    return true
  })
  if (made) return succeed({ accessToken })
  return clientFails('client-exists', 'There is a client with this id already, perhaps in capital letters.', {
    path: 'clientId',
  })
}

/** Why a client is not made or changed, as a failed result. */
export function clientFails(
  code: 'client-invalid' | 'client-exists' | 'client-unknown' | 'client-kept' | 'scopes-missing',
  message: string,
  { path = '', help }: { path?: string; help?: string } = {},
): { ok: false; problems: Problem[] } {
  return fail([{ code, severity: 'error', message, path, ...(help === undefined ? {} : { help }) }])
}

const mostNamed = 20
const longestNamed = 200

/** Said where somebody would give away what they do not have. */
export function beyondOwnScopes(missing: string[]): { ok: false; problems: Problem[] } {
  const short = (scope: string) => (scope.length > longestNamed ? `${scope.slice(0, longestNamed)}…` : scope)
  const named = missing.slice(0, mostNamed).map((scope) => `\`${short(scope)}\``)
  if (missing.length > named.length) named.push(`${missing.length - named.length} more`)
  const message = `A client has no more scopes than whoever makes or changes it, and you lack ${named.join(', ')}.`
  return clientFails('scopes-missing', message, { path: 'scopes' })
}
