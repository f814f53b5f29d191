/** The codes of lib-api that the services here use, with their HTTP status; TooManyRequests, and what follows InternalServerError, are not of lib-api. */
export const statusOfCode = {
  MalformedPayload: 400,
  InvalidRequestArguments: 400,
  InputValidationError: 400,
  InputError: 400,
  AuthenticationFailed: 401,
  InsufficientScopes: 403,
  ResourceNotFound: 404,
  RequestConflict: 409,
  ResourceExpired: 410,
  InputTooLarge: 413,
  TooManyRequests: 429,
  InternalServerError: 500,
  RequestTimeout: 408,
  BadGateway: 502,
  ServiceUnavailable: 503,
  GatewayTimeout: 504,
} as const

export type ApiErrorCode = keyof typeof statusOfCode

/** A refusal of a request. It is thrown by methods and becomes the error envelope. */
export class ApiError extends Error {
  override readonly name = 'ApiError'

  constructor(
    readonly code: ApiErrorCode,
    message: string,
    /** seconds after which it may be asked again */
    readonly retryAfter?: number,
  ) {
    super(message)
  }
}

/** The message of an InputValidationError. `lines` begin with the place, as in `data/payload/command must be array`. */
export function validationMessage(schemaUrl: string, lines: string[]): string {
  const shown = lines.slice(0, 1000)
  if (lines.length > shown.length) shown.push(`and ${lines.length - shown.length} more`)
  const list = shown.map((line) => `  * ${line}`).join('\n')
  return `\nSchema Validation Failed!\nRejecting Schema: ${schemaUrl}\nErrors:\n${list}`
}

/** A date-time that the input schema accepted. A time without zone is in UTC; a leap second is no point in time here. Throws InputError. */
export function parseDate(name: string, text: string): Date {
  const upper = text.toUpperCase().replace(/\s/, 'T')
  const zoned = /[+-]\d\d(?::?\d\d)?$|Z$/.test(upper) ? upper : `${upper}Z`
  const date = new Date(zoned.replace(/([+-]\d\d)(\d\d)$/, '$1:$2').replace(/([+-]\d\d)$/, '$1:00'))
  if (Number.isNaN(date.getTime())) throw new ApiError('InputError', `${name} is not a point in time: ${text}`)
  return date
}
