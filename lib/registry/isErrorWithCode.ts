/** True for an error of the system or the database that carries this code, as in `ENOENT` or `23505`; looks into causes. */
export function isErrorWithCode(error: unknown, code: string): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && error.code === code) return true
  return isErrorWithCode(error.cause, code)
}
