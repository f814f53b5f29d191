import type { JsonObject, JsonValue } from '../../base/json'
import { type ApiErrorCode, statusOfCode } from './apiError'

/** What the envelope tells about the request; `payload` is the body after defaults were filled in, `{}` if there was none. */
export interface RequestInfo {
  method: string
  params: Record<string, string>
  payload: JsonValue
}

/** The envelope of all errors: three keys, and a message that ends with the facts of the request. */
export function errorBody(code: ApiErrorCode, message: string, info: RequestInfo, now: Date): JsonObject {
  const time = now.toJSON()
  const facts = [
    `* method:     ${info.method}`,
    `* errorCode:  ${code}`,
    `* statusCode: ${statusOfCode[code]}`,
    `* time:       ${time}`,
  ]
  return { code, message: `${message}\n\n---\n\n${facts.join('\n')}`, requestInfo: { ...info, time } }
}
