import { isJsonObject, type JsonValue } from '../../base/json'
import { ApiError } from './apiError'
import { nestingDepth } from './nestingDepth'

const largestBytes = 10 * 1024 * 1024
const deepest = 1000

/** The body of a request: its text, which a payload hash is made of, and what the text says. */
export interface Body {
  text: string
  payload: JsonValue
}

/** Reads a JSON body of at most 10 MB; `{}` where there is none or it is something else. Throws MalformedPayload, InputTooLarge. */
export async function readBody(request: Request): Promise<Body> {
  const text = await readText(request)
  const isJson = /^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')
  if (text === '' || !isJson) return { text, payload: {} }
  if (nestingDepth(text) > deepest)
    throw new ApiError('MalformedPayload', `The body nests deeper than ${deepest} levels.`)
  const payload = parse(text)
  if (!isJsonObject(payload) && !Array.isArray(payload)) {
    throw new ApiError('MalformedPayload', 'The body must be a JSON object or array.')
  }
  return { text, payload }
}

function parse(text: string): JsonValue {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new ApiError('MalformedPayload', `The body is not JSON: ${error instanceof Error ? error.message : error}`)
  }
}

async function readText(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > largestBytes) throw tooLarge()
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
    if (size > largestBytes) {
      await reader.cancel()
      throw tooLarge()
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

function tooLarge(): ApiError {
  return new ApiError('InputTooLarge', `The body is larger than ${largestBytes} bytes.`)
}
