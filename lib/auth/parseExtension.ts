import { isJsonObject } from '@/lib/base/json'
import { AuthenticationError } from './authenticationError'
import type { Extension } from './resolveKey'

/** Reads the `ext` of Hawk: base64 of a JSON object, absent for most. Throws `AuthenticationError`. */
export function parseExtension(ext: string | undefined): Extension {
  if (ext === undefined || ext === '') return {}
  try {
    const value: unknown = JSON.parse(Buffer.from(ext, 'base64').toString('utf8'))
    if (isJsonObject(value)) return { certificate: value.certificate, authorizedScopes: value.authorizedScopes }
  } catch {
    // falls through to the one refusal of all that is no object
  }
  throw new AuthenticationError('Failed to parse ext')
}
