import { z } from 'zod'
import type { AuthenticationResult, SignedRequest } from '@/lib/auth/authenticateHawk'
import { ApiError } from '@/lib/queue/api/apiError'
import { askUpstream } from './askUpstream'
import type { Upstream } from './upstream'

const expires = z.iso.datetime({ offset: true }).transform((text) => new Date(text))
const scopes = z.array(z.string())

const answerSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('auth-success'),
    scheme: z.literal('hawk'),
    clientId: z.string(),
    scopes,
    expires,
    hash: z.string().optional(),
  }),
  z.object({ status: z.literal('auth-failed'), message: z.string() }),
  z.object({ status: z.literal('no-auth'), scheme: z.literal('none'), scopes, expires }),
])

/**
 * Who signed a request, by the word of upstream's `auth.authenticateHawk`, which alone knows the clients and expands roles. Nothing is
 * remembered. Throws BadGateway or GatewayTimeout where it does not say.
 */
export async function authenticateUpstream(upstream: Upstream, signed: SignedRequest): Promise<AuthenticationResult> {
  const { status, text } = await askUpstream(upstream, {
    method: 'POST',
    path: '/api/auth/v1/authenticate-hawk',
    headers: { host: upstream.host, 'content-type': 'application/json' },
    body: JSON.stringify({ ...signed, method: signed.method.toLowerCase() }),
  })
  const answer = answerSchema.safeParse(parse(text))
  if (status === 200 && answer.success) return answer.data
  throw new ApiError(
    'BadGateway',
    `The auth service behind this gate answers ${status}, and not who signed the request.`,
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
