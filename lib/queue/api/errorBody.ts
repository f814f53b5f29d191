import type { JsonObject, JsonValue } from '@/lib/base/json'
import { type ApiErrorCode, statusOfCode } from './apiError'

/** What the envelope tells about the request; `payload` is the body after defaults were filled in, `{}` if there was none, or a large one. */
export interface RequestInfo {
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
