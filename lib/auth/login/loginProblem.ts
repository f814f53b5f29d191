import { fail, type Problem } from '@/lib/base/problem'

const again = 'Begin again from the sign-in page.'
const tellOwner = 'Tell an admin of this server.'

/** Why a sign-in with another deployment came to nothing, by a code that can stand in an address. */
const reasons = {
  'login-state-unknown': ['this sign-in was not begun in this browser, or too long ago', again],
  'login-denied': ['the sign-in was refused at the deployment', again],
  'login-scopes-refused': ['the deployment does not let this server ask for the scopes that it asks for', tellOwner],
  'login-client-unknown': ['the deployment does not know this server', tellOwner],
  'login-kind-unknown': ['the deployment does not offer this kind of sign-in', tellOwner],
  'login-failed': ['the deployment could not work on the sign-in', again],
  'login-code-refused': ['the deployment does not know this sign-in any more: it was used, or is too old', again],
  'login-no-credentials': ['the deployment gave no credentials for this sign-in', again],
  'login-credentials-refused': ['the deployment does not accept the credentials that it gave', tellOwner],
  'login-unreachable': ['the deployment does not answer', 'Try again in a moment.'],
} as const

export type LoginFailure = keyof typeof reasons

/** A reason as a problem; undefined for a code that is none. */
export function loginProblem(code: string): Problem | undefined {
  if (!isLoginFailure(code)) return undefined
  const [message, help] = reasons[code]
  return { code, severity: 'error', message, path: '', help }
}

/** A reason as a failed result. */
export function loginFails(code: LoginFailure): { ok: false; problems: Problem[] } {
  const [message, help] = reasons[code]
  return fail([{ code, severity: 'error', message, path: '', help }])
}

function isLoginFailure(code: string): code is LoginFailure {
  return Object.hasOwn(reasons, code)
}
