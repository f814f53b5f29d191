import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { isScope, satisfies } from '@/lib/auth/scopes'
import { isReservedName, type UsableClient } from './client'
import type { Credentials } from './credentials'
import { sameText } from './sealSecret'

/** Why credentials are not accepted, in words for the caller. It is answered with 401. */
export class AuthenticationError extends Error {
  override readonly name = 'AuthenticationError'
}

const minute = 60_000
const day = 24 * 60 * minute

/** The certificate of temporary credentials, as it travels in `ext.certificate`. */
export const certificateSchema = z
  .object({
    version: z.literal(1),
    seed: z.string().length(44),
    start: z.number(),
    expiry: z.number(),
    scopes: z.array(z.string().refine(isScope)),
    issuer: z.string().optional(),
    clientId: z.string().optional(),
    signature: z.string(),
  })
  .refine(({ issuer, clientId }) => issuer !== undefined || clientId === undefined, {
    path: ['clientId'],
    message: 'only certificates with an issuer have a name',
  })

export type Certificate = z.infer<typeof certificateSchema>

/** The certificate of temporary credentials; undefined for permanent ones, and for one that cannot be read. */
function certificateOf({ certificate }: Credentials): Certificate | undefined {
  if (certificate === undefined) return undefined
  try {
    return certificateSchema.safeParse(JSON.parse(certificate)).data
  } catch {
    return undefined
  }
}

/** When temporary credentials end, by their certificate. */
export function expiryOf(credentials: Credentials): Date | undefined {
  const expiry = certificateOf(credentials)?.expiry
  return expiry === undefined ? undefined : new Date(expiry)
}

/** The client that has signed temporary credentials under another name. */
export function issuerOf(credentials: Credentials): string | undefined {
  return certificateOf(credentials)?.issuer
}

/**
 * Checks a certificate against its issuer and derives the key that signs requests. Throws `AuthenticationError`.
 *
 * Rules: 31 days at most, 5 minutes of tolerance at both ends, scopes that the issuer has; a name of its own needs the issuer's
 * `auth:create-client:<name>`. Source: Taskcluster's auth service, observed.
 */
export function checkCertificate(
  certificate: Certificate,
  clientId: string,
  issuer: UsableClient,
  now: Date,
): { key: string } {
  const { version, seed, start, expiry, scopes } = certificate
  const named = certificate.issuer !== undefined
  refuseIf(start > now.getTime() + 5 * minute, 'ext.certificate.start > now')
  refuseIf(expiry < now.getTime() - 5 * minute, 'ext.certificate.expiry < now')
  refuseIf(expiry - start > 31 * day, 'ext.certificate cannot last longer than 31 days')
  refuseIf(
    !satisfies([...issuer.scopes, 'assume:anonymous'], { AllOf: scopes }),
    "ext.certificate issuer does not satisfy the certificate's scopes",
  )
  refuseIf(named && isReservedName(clientId), `ext.certificate: nobody can be called \`${clientId}\` here`)
  const name = `auth:create-client:${clientId}`
  refuseIf(
    named && !satisfies(issuer.scopes, name),
    `ext.certificate issuer \`${issuer.clientId}\` doesn't have \`${name}\``,
  )
  const lines = [
    `version:${version}`,
    ...(named ? [`clientId:${clientId}`, `issuer:${certificate.issuer}`] : []),
    `seed:${seed}`,
    `start:${start}`,
    `expiry:${expiry}`,
    `scopes:\n${scopes.join('\n')}`,
  ]
  const signature = createHmac('sha256', issuer.accessToken).update(lines.join('\n')).digest('base64')
  refuseIf(!sameText(signature, certificate.signature), 'ext.certificate.signature is not valid')
  return { key: createHmac('sha256', issuer.accessToken).update(seed).digest('base64url') }
}

function refuseIf(condition: boolean, message: string): void {
  if (condition) throw new AuthenticationError(message)
}
