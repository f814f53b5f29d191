import { fail, type Problem } from '@/lib/base/problem'

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
