import { isJsonObject, type JsonValue } from '@/lib/base/json'
import { ApiError } from './apiError'
import { jsonShape } from './jsonShape'

/** Bytes of a body, after what compresses it. */
export const largestBody = 10 * 1024 * 1024
/** The same of callers whose signature was not looked at, or who have none: they may do little, and soon hear what they lack. */
export const largestUnsigned = 64 * 1024
const deepest = 1000
/** Reading more of them takes the loop longer than others should wait; the largest tasks have some thousands. */
export const mostValues = 50_000

/** The body of a request: its text, which a payload hash is made of, and what the text says. */
export interface Body {
  text: string
  payload: JsonValue
}

/** Reads a JSON body; `{}` where there is none or it is something else. Throws MalformedPayload, InputTooLarge. */
export async function readBody(request: Request, largest: number): Promise<Body> {
  const text = await readText(request, largest)
  const isJson = /^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')
  if (text === '' || !isJson) return { text, payload: {} }
  const { depth, values } = jsonShape(text)
  if (depth > deepest) throw new ApiError('MalformedPayload', `The body nests deeper than ${deepest} levels.`)
  if (values > mostValues) throw new ApiError('InputTooLarge', `The body has more than ${mostValues} values.`)
  const payload = parse(text)
  if (!isJsonObject(payload) && !Array.isArray(payload)) {
    throw new ApiError('MalformedPayload', 'The body must be a JSON object or array.')
  }
  return { text, payload }
}

/** Whether a body may be larger than is read without a signature, by the head of the request. */
export function mayBeLarge({ headers }: Request): boolean {
  const isOpen = headers.has('transfer-encoding') || headers.has('content-encoding')
  return isOpen || Number(headers.get('content-length') ?? 0) > largestUnsigned
}

function parse(text: string): JsonValue {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new ApiError('MalformedPayload', `The body is not JSON: ${error instanceof Error ? error.message : error}`)
  }
}

async function readText(request: Request, largest: number): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > largest) throw tooLarge(largest)
  const stream = decompress(request)
  if (stream === null) return ''
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let text = ''
  let size = 0
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read().catch((error: unknown) => {
      throw new ApiError(
        'MalformedPayload',
        `The body could not be read: ${error instanceof Error ? error.message : error}`,
      )
    })
    if (done) return text + decoder.decode()
    size += value.byteLength
    if (size > largest) {
      await reader.cancel()
      throw tooLarge(largest)
    }
    text += decoder.decode(value, { stream: true })
  }
}

function decompress(request: Request): ReadableStream<Uint8Array<ArrayBuffer>> | null {
  const encoding = request.headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity'
  if (request.body === null || encoding === 'identity') return request.body
  if (encoding === 'gzip' || encoding === 'deflate') return request.body.pipeThrough(new DecompressionStream(encoding))
  throw new ApiError('MalformedPayload', 'The body must be plain, or compressed with gzip or deflate.')
}

function tooLarge(largest: number): ApiError {
  const whose = largest === largestBody ? '' : ', and more is not read of callers without a signature'
  return new ApiError('InputTooLarge', `The body is larger than ${largest} bytes${whose}.`)
}
