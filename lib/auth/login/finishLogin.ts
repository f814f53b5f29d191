import { createSession, refuseSession } from '@/lib/auth/sessions/createSession'
import type { Session, SessionPlace } from '@/lib/auth/sessions/session'
import type { SessionCookies } from '@/lib/auth/sessions/sessionCookies'
import type { Problem, Result } from '@/lib/base/problem'
import { fetchCredentials } from './fetchCredentials'
import type { LoginDeployment } from './loginDeployment'
import { type LoginFailure, loginFails } from './loginProblem'
import { takeLogin } from './loginState'

const failures: Record<string, LoginFailure> = {
  access_denied: 'login-denied',
  invalid_scope: 'login-scopes-refused',
  unauthorized_client: 'login-client-unknown',
  unsupported_response_type: 'login-kind-unknown',
  server_error: 'login-failed',
}

/**
 * Takes the answer of a deployment to a login, in the query of the redirect, and signs in with the credentials that it stands for.
 *
 * Problems: those of `loginProblem`; nothing of what the query says is repeated.
 */
export async function finishLogin(
  place: SessionPlace,
  cookies: SessionCookies,
  login: LoginDeployment,
  query: Pick<URLSearchParams, 'get'>,
  now: Date,
): Promise<Result<Session>> {
  const refuse = ({ problems }: { problems: Problem[] }) => refuseSession(place.store, { way: 'login', problems, now })
  const taken = await takeLogin(place, cookies, query.get('state') ?? '', now)
  if (!taken) return refuse(loginFails('login-state-unknown'))
  const error = query.get('error')
  if (error !== null) {
    const known = Object.hasOwn(failures, error) ? failures[error] : undefined
    return refuse(loginFails(known ?? 'login-failed'))
  }
  const code = query.get('code')
  if (code === null || code === '') return refuse(loginFails('login-failed'))
  const fetched = await fetchCredentials(login, code)
  if (!fetched.ok) return refuse(fetched)
  const session = await createSession(place, cookies, { ...fetched.value, rootUrl: login.rootUrl, login: true }, now)
  return session.ok ? session : loginFails('login-credentials-refused')
}
