import { isScope, normalizeScopes, satisfies } from '@/lib/auth/scopes'
import { AuthenticationError, type Certificate, certificateSchema, checkCertificate } from './certificate'
import type { Client, UsableClient } from './client'

/** What the credentials behind an id come to: the key that signs, and what they allow until when. */
export interface ResolvedKey {
  clientId: string
  key: string
  scopes: string[]
  expires: Date
}

/** The restrictions that travel with a request: a certificate, and scopes that it limits itself to. */
export interface Extension {
  certificate?: unknown
  authorizedScopes?: unknown
}

/** How to find a client. */
export type FindClient = (clientId: string) => Promise<Client | undefined>

/**
 * The key of a client or of temporary credentials. Throws `AuthenticationError` for those that are unknown, disabled, expired, badly
 * signed, or restricted to scopes that they do not have. Every caller may assume the role `anonymous`.
 */
export async function resolveKey(clientId: string, ext: Extension, find: FindClient, now: Date): Promise<ResolvedKey> {
  const resolved = await withCertificate(clientId, ext.certificate, find, now)
  const scopes = normalizeScopes([...resolved.scopes, 'assume:anonymous'])
  if (ext.authorizedScopes === undefined) return { ...resolved, scopes }
  const wanted = ext.authorizedScopes
  if (!Array.isArray(wanted) || !wanted.every(isScope)) {
    throw new AuthenticationError('ext.authorizedScopes must be an array of valid scopes')
  }
  if (!satisfies(scopes, { AllOf: wanted })) {
    const lists = `authorizedScopes: ${JSON.stringify(wanted)}, scopes: ${JSON.stringify(scopes)}`
    throw new AuthenticationError(`ext.authorizedScopes oversteps your scopes; ${lists}`)
  }
  return { ...resolved, scopes: normalizeScopes([...wanted, 'assume:anonymous']) }
}

async function withCertificate(clientId: string, value: unknown, find: FindClient, now: Date): Promise<ResolvedKey> {
  if (value === undefined) {
    const client = await findUsable(clientId, find, now)
    return { clientId, key: client.accessToken, scopes: client.scopes, expires: client.expires }
  }
  const certificate = parseCertificate(value, clientId)
  const issuer = await findUsable(certificate.issuer ?? clientId, find, now)
  const { key } = checkCertificate(certificate, clientId, issuer, now)
  const expires = new Date(Math.min(certificate.expiry, issuer.expires.getTime()))
  return { clientId, key, scopes: certificate.scopes, expires }
}

function parseCertificate(value: unknown, clientId: string): Certificate {
  const parsed = certificateSchema.safeParse(value)
  if (!parsed.success) {
    const place = ['ext.certificate', ...(parsed.error.issues[0]?.path ?? [])].join('.')
    throw new AuthenticationError(`${place} is not as it should be: ${parsed.error.issues[0]?.message}`)
  }
  if (parsed.data.issuer === clientId) {
    throw new AuthenticationError('ext.certificate.issuer must differ from the supplied clientId')
  }
  return parsed.data
}

async function findUsable(clientId: string, find: FindClient, now: Date): Promise<UsableClient> {
  const client = await find(clientId)
  if (client === undefined) throw new AuthenticationError(`Client with clientId '${clientId}' not found`)
  if (client.disabled) throw new AuthenticationError(`Client with clientId '${clientId}' is disabled`)
  if (client.expires <= now) throw new AuthenticationError(`Client with clientId: '${clientId}' has expired`)
  const { accessToken } = client
  if (accessToken === null) throw new AuthenticationError(`Client with clientId '${clientId}' has no access token`)
  return { ...client, accessToken }
}
