import { fail, type Result, succeed } from '@/lib/base/problem'
import { AuthenticationError } from './certificate'
import type { Credentials } from './credentials'
import { type FindClient, type ResolvedKey, resolveKey } from './resolveKey'
import { sameText } from './sealSecret'

/** Checks credentials that somebody typed, without a signed request. Problem: `credentials-refused`, the same for all reasons that would tell which ids exist. */
export async function verifyCredentials(
  credentials: Credentials,
  find: FindClient,
  now: Date,
): Promise<Result<ResolvedKey>> {
  const { clientId, accessToken, certificate } = credentials
  try {
    const parsed: unknown = certificate === undefined ? undefined : JSON.parse(certificate)
    const resolved = await resolveKey(clientId, { certificate: parsed }, find, now)
    if (sameText(resolved.key, accessToken)) return succeed(resolved)
  } catch (error) {
    if (!(error instanceof AuthenticationError || error instanceof SyntaxError)) throw error
  }
  return fail([
    {
      code: 'credentials-refused',
      severity: 'error',
      message: 'these credentials are not accepted',
      path: '',
      help: 'Check client id and access token; a client may also be disabled or expired.',
    },
  ])
}
