/** Why credentials are not accepted, in words for the caller. It is answered with 401. */
export class AuthenticationError extends Error {
  override readonly name = 'AuthenticationError'
}
