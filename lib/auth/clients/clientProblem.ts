import { fail, type Problem } from '../../base/problem'

/** Why a client is not made or changed, as a failed result. */
export function clientFails(
  code: 'client-invalid' | 'client-exists' | 'client-unknown' | 'client-kept' | 'scopes-missing',
  message: string,
  { path = '', help }: { path?: string; help?: string } = {},
): { ok: false; problems: Problem[] } {
  return fail([{ code, severity: 'error', message, path, ...(help === undefined ? {} : { help }) }])
}

/** Said where somebody would give away what they do not have. */
export function beyondOwnScopes(missing: string[]): { ok: false; problems: Problem[] } {
  const scopes = missing.map((scope) => `\`${scope}\``).join(', ')
  const message = `A client has no more scopes than whoever makes or changes it, and you lack ${scopes}.`
  return clientFails('scopes-missing', message, { path: 'scopes' })
}
