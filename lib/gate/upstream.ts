import type { IncomingHttpHeaders } from 'node:http'
import { isIP } from 'node:net'
import { buildConnector, type Dispatcher, errors, Pool } from 'undici'
import { z } from 'zod'
import type { AuthenticationResult, SignedRequest } from '@/lib/auth/credentials/authenticateHawk'
import { ApiError } from '@/lib/queue/api/apiError'

/** Milliseconds that are granted to the Queue behind the gate. */
export interface UpstreamLimits {
  connect: number
  /** until the head of an answer is there; a long poll of claimWork takes 20 seconds */
  answer: number
  /** between two parts of an answer */
  pause: number
}

/** The deployment behind the gate. */
export interface Upstream {
  /** the `Host` of the gate's own questions: the public one, by which a shared address tells deployments apart */
  host: string
  pool: Pool
  close(): Promise<void>
}

/**
 * Makes ready for requests to a deployment at an address; `rootUrl` is what its users call it. Connections are kept open, and there are as
 * many as requests at a time.
 */
export function openUpstream(address: string, rootUrl: string, { connect, answer, pause }: UpstreamLimits): Upstream {
  const { origin, hostname } = new URL(address)
  // the name of the TLS certificate is upstream's, whatever `Host` the client has sent
  const servername = isIP(hostname) ? undefined : hostname
  const connector = buildConnector({ timeout: connect, servername })
  const pool = new Pool(origin, {
    connect: (options, callback) => connector({ ...options, servername }, callback),
    headersTimeout: answer,
    bodyTimeout: pause,
    pipelining: 1,
  })
  return { host: new URL(rootUrl).host, pool, close: () => pool.destroy() }
}

/** A small answer of upstream to a question of the gate itself. */
export interface UpstreamAnswer {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

/** More than any published reference has. */
const largest = 64 * 1024 * 1024

/** Asks upstream something for the gate's own purposes. Throws BadGateway or GatewayTimeout where it does not answer. */
export async function askUpstream(
  { pool }: Upstream,
  question: Pick<Dispatcher.RequestOptions, 'method' | 'path' | 'headers' | 'body'>,
): Promise<UpstreamAnswer> {
  try {
    const { statusCode, headers, body } = await pool.request(question)
    let text = ''
    const decoder = new TextDecoder()
    for await (const part of body) {
      text += decoder.decode(part, { stream: true })
      if (text.length > largest) throw new Error('the answer is too large')
    }
    return { status: statusCode, headers, text: text + decoder.decode() }
  } catch (error) {
    throw upstreamFailure(error)
  }
}

/** An exchange with upstream that failed, in the words of the envelope. */
export function upstreamFailure(error: unknown): ApiError {
  if (error instanceof errors.ConnectTimeoutError || error instanceof errors.HeadersTimeoutError) {
    return new ApiError('GatewayTimeout', 'The Queue behind this gate does not answer in time. Nothing was sent twice.')
  }
  if (error instanceof errors.InvalidArgumentError) {
    return new ApiError('InputError', `This request cannot be passed on: ${error.message}.`)
  }
  const why = error instanceof Error && 'code' in error ? ` (${error.code})` : ''
  const words = `The Queue behind this gate cannot be reached, or broke off${why}. Nothing was sent twice.`
  return new ApiError('BadGateway', words)
}

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
