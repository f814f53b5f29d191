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
