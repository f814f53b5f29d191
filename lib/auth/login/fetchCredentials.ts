import { z } from 'zod'
import type { Credentials } from '@/lib/auth/credentials/credentials'
import { type Result, succeed } from '@/lib/base/problem'
import type { LoginDeployment } from './loginDeployment'
import { loginFails } from './loginProblem'

const patience = 15_000
const largestAnswer = 100_000

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

/** An answer of the login endpoints: JSON, or undefined where it is none. */
interface LoginAnswer {
  status: number
  body: unknown
}

/** Sends a request to the login endpoints of a deployment. It follows no redirects, so nothing goes elsewhere. Problem: `login-unreachable`. */
async function askLogin(rootUrl: string, path: string, request: RequestInit): Promise<Result<LoginAnswer>> {
  try {
    const signal = AbortSignal.timeout(patience)
    const answer = await fetch(`${rootUrl}${path}`, { ...request, redirect: 'manual', cache: 'no-store', signal })
    const text = await answer.text()
    return succeed({ status: answer.status, body: text.length > largestAnswer ? undefined : parse(text) })
  } catch {
    return loginFails('login-unreachable')
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const tokenSchema = z.object({ access_token: z.string().min(1), token_type: z.string().regex(/^bearer$/i) })

const credentialsAnswer = z.object({
  expires: z.iso.datetime({ offset: true }).optional(),
  credentials: z.object({ clientId: z.string().min(1), accessToken: z.string().min(1) }),
})

/** What a finished login gives: credentials, and when they end. */
interface LoginCredentials {
  credentials: Credentials
  expires?: Date
}
