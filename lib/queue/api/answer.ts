import { createHash } from 'node:crypto'
import type { JsonObject, JsonValue } from '@/lib/base/json'
import { retryAfter } from '@/lib/registry/store/databaseTrouble'
import { type ApiError, type ApiErrorCode, statusOfCode } from './apiError'

/** Headers of every answer under `/api`, as lib-api sends them. */
export const apiHeaders = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'OPTIONS,GET,HEAD,POST,PUT,DELETE,TRACE,CONNECT',
  'access-control-allow-headers': 'X-Requested-With,Content-Type,Authorization,Accept,Origin,Cache-Control',
  'access-control-request-method': '*',
  'access-control-max-age': '900',
  'cache-control': 'no-store no-cache must-revalidate',
} as const

/** A JSON answer with its ETag. */
export function answer(status: number, body: JsonObject, headers: Record<string, string>): Response {
  const text = JSON.stringify(body)
  const etag = `W/"${createHash('sha1').update(text).digest('base64').slice(0, 27)}"`
  return new Response(text, {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', etag, ...headers },
  })
}

/** What the envelope tells about the request; `payload` is the body after defaults were filled in, `{}` if there was none, or a large one. */
interface RequestInfo {
  method: string
  params: Record<string, string>
  payload: JsonValue
}

/** of a message as it is sent, in bytes: the names and texts in it are those of the request */
const longestMessage = 24_000

/** The envelope of all errors: three keys, and a message that ends with the facts of the request. A long message is cut before them. */
export function errorBody(code: ApiErrorCode, message: string, info: RequestInfo, now: Date): JsonObject {
  const time = now.toJSON()
  const facts = [
    `* method:     ${info.method}`,
    `* errorCode:  ${code}`,
    `* statusCode: ${statusOfCode[code]}`,
    `* time:       ${time}`,
  ]
  return { code, message: `${cutMessage(message)}\n\n---\n\n${facts.join('\n')}`, requestInfo: { ...info, time } }
}

function cutMessage(message: string): string {
  for (let most = longestMessage; ; most = Math.floor(most / 2)) {
    const cut = message.length > most ? `${message.slice(0, most)} …` : message
    // control characters are escaped, and others have several bytes
    if (Buffer.byteLength(JSON.stringify(cut)) <= longestMessage + 10) return cut
  }
}

/** What the answer to a failure says in its headers: how to sign, and when to try again. */
export function errorHeaders({ code, retryAfter: seconds }: ApiError): Record<string, string> {
  if (code === 'AuthenticationFailed') return { 'www-authenticate': 'hawk' }
  const wait = seconds ?? (code === 'ServiceUnavailable' ? retryAfter : undefined)
  return wait === undefined ? {} : { 'retry-after': String(wait) }
}
