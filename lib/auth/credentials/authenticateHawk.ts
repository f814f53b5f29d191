import hawk from 'hawk'
import { isJsonObject } from '@/lib/base/json'
import { AuthenticationError } from './certificate'
import { type Extension, type FindClient, type ResolvedKey, resolveKey } from './resolveKey'

/** The parts of a request that Hawk signs. `resource` is path and query as they were sent, percent-encoding untouched. */
export interface SignedRequest {
  method: string
  resource: string
  host: string
  port: number
  authorization?: string
}

/** The three answers of Taskcluster's `auth.authenticateHawk`. */
export type AuthenticationResult =
  | { status: 'auth-success'; scheme: 'hawk'; clientId: string; scopes: string[]; expires: Date; hash?: string }
  | { status: 'auth-failed'; message: string }
  | { status: 'no-auth'; scheme: 'none'; scopes: string[]; expires: Date }

const quarter = 15 * 60
const bewitPattern = /[?&]bewit=([^&$]*)/

/**
 * Verifies the Hawk signature of a request: 15 minutes of skew, no memory of nonces, permanent and temporary credentials, and
 * bewits. It does not verify the hash of a payload, which only the receiver has; a success carries it.
 */
export async function authenticateHawk(
  request: SignedRequest,
  find: FindClient,
  now: Date,
): Promise<AuthenticationResult> {
  const { authorization } = request
  const bewit = bewitPattern.exec(request.resource)?.[1]
  if (authorization === undefined && bewit === undefined) {
    const expires = new Date(now.getTime() + quarter * 1000)
    return { status: 'no-auth', scheme: 'none', scopes: ['assume:anonymous'], expires }
  }
  // hawk reads the clock of the machine; the offset makes it ours
  const options = { timestampSkewSec: quarter, localtimeOffsetMsec: now.getTime() - Date.now() }
  const signed = { ...request, method: request.method.toUpperCase(), url: request.resource }
  try {
    let resolved: ResolvedKey | undefined
    const findKey = (ext: () => Extension) => async (id: string) => {
      resolved = await resolveKey(id, ext(), find, now)
      return { key: resolved.key, algorithm: 'sha256' as const }
    }
    let hash: string | undefined
    if (bewit === undefined) {
      const ext = () => {
        const header = hawk.utils.parseAuthorizationHeader(authorization ?? '')
        // a time that is no number would compare as fresh for ever
        if (!/^\d{1,12}$/.test(header.ts ?? '')) throw new AuthenticationError('Unauthorized: Bad timestamp')
        return parseExtension(header.ext)
      }
      const { artifacts } = await hawk.server.authenticate(signed, findKey(ext), options)
      hash = artifacts.hash
    } else {
      await hawk.server.authenticateBewit(
        signed,
        findKey(() => parseExtension(extensionOfBewit(bewit))),
        options,
      )
    }
    if (resolved === undefined) return { status: 'auth-failed', message: 'Unauthorized' }
    const { clientId, scopes, expires } = resolved
    return {
      status: 'auth-success',
      scheme: 'hawk',
      clientId,
      scopes,
      expires,
      ...(hash === undefined ? {} : { hash }),
    }
  } catch (error) {
    const message = refusal(error)
    if (message === undefined) throw error
    return { status: 'auth-failed', message }
  }
}

/** A bewit is base64url of `id\exp\mac\ext`. */
function extensionOfBewit(bewit: string): string | undefined {
  return Buffer.from(bewit, 'base64url').toString('utf8').split('\\')[3]
}

/** The words of a refusal; undefined for a failure of ours, such as a database that is gone. */
function refusal(error: unknown): string | undefined {
  if (error instanceof AuthenticationError) return error.message
  if (!(error instanceof Error) || !('output' in error)) return undefined
  const { statusCode } = Object(error.output)
  return statusCode === 401 || statusCode === 400 ? `Unauthorized: ${error.message}` : undefined
}

/** Reads the `ext` of Hawk: base64 of a JSON object, absent for most. Throws `AuthenticationError`. */
function parseExtension(ext: string | undefined): Extension {
  if (ext === undefined || ext === '') return {}
  try {
    const value: unknown = JSON.parse(Buffer.from(ext, 'base64').toString('utf8'))
    if (isJsonObject(value)) return { certificate: value.certificate, authorizedScopes: value.authorizedScopes }
  } catch {
    // falls through to the one refusal of all that is no object
  }
  throw new AuthenticationError('Failed to parse ext')
}
