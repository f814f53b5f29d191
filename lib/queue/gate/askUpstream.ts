import type { IncomingHttpHeaders } from 'node:http'
import { type Dispatcher, errors } from 'undici'
import { ApiError } from '@/lib/queue/api/apiError'
import type { Upstream } from './upstream'

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
