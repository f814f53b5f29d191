import { z } from 'zod'
import type { Credentials } from '@/lib/auth/credentials'
import { type Result, succeed } from '@/lib/base/problem'
import { askLogin } from './askLogin'
import type { LoginDeployment } from './loginDeployment'
import { loginFails } from './loginProblem'

const tokenSchema = z.object({ access_token: z.string().min(1), token_type: z.string().regex(/^bearer$/i) })

const credentialsAnswer = z.object({
  expires: z.iso.datetime({ offset: true }).optional(),
  credentials: z.object({ clientId: z.string().min(1), accessToken: z.string().min(1) }),
})

/** What a finished login gives: credentials, and when they end. */
export interface LoginCredentials {
  credentials: Credentials
  expires?: Date
}

/**
 * Exchanges the code of a login for Taskcluster credentials: first for an access token, without a client secret, then that for credentials.
 * The second step is repeated once where no answer came, which gives the same credentials.
 *
 * Problems: `login-code-refused` (unknown, used, or older than ten minutes), `login-no-credentials`, `login-failed`, `login-unreachable`.
 */
export async function fetchCredentials(login: LoginDeployment, code: string): Promise<Result<LoginCredentials>> {
  const { rootUrl, clientId, redirectUri } = login
  const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, client_id: clientId }
  const granted = await askLogin(rootUrl, '/login/oauth/token', { method: 'POST', body: new URLSearchParams(form) })
  if (!granted.ok) return granted
  const token = tokenSchema.safeParse(granted.value.body)
  if (granted.value.status !== 200 || !token.success)
    return loginFails(granted.value.status === 403 ? 'login-code-refused' : 'login-failed')
  // the scheme is compared as it is spelt
  const headers = { authorization: `Bearer ${token.data.access_token}` }
  const ask = () => askLogin(rootUrl, '/login/oauth/credentials', { headers })
  const first = await ask()
  const answer = first.ok ? first : await ask()
  if (!answer.ok) return answer
  const found = credentialsAnswer.safeParse(answer.value.body)
  if (answer.value.status !== 200 || !found.success) return loginFails('login-no-credentials')
  const { credentials, expires } = found.data
  return succeed({ credentials, ...(expires === undefined ? {} : { expires: new Date(expires) }) })
}
