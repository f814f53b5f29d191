import type { Problem } from '@/lib/base/problem'

/** What the system says of a connection that does not come about, or breaks. */
const systemCodes = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT'],
  ...['EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'ENETDOWN', 'ENOTFOUND', 'EAI_AGAIN', 'ENOENT'],
])

/** What PostgreSQL says while it does not work: class 08, stopping, crashed, starting, too many connections. */
const serverCode = /^(?:08...|57P0[1-5]|53300)$/

/** What the client of PostgreSQL says of connections, without a code. */
const clientWords =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client (?:was closed|has encountered a connection error)|Query read timeout|Cannot use a pool after calling end)/

/**
 * Whether something failed because the database cannot be reached, or does not answer: the same again in a moment may work. Of services that
 * are asked over the network this knows nothing, since their failures are told otherwise.
 */
export function isDatabaseGone(error: unknown): boolean {
  // told by its words: the class is another one in each bundle of the app
  const isQuery = error instanceof Error && error.message.startsWith('Failed query: ')
  return isConnectionError(isQuery ? error.cause : error)
}

function isConnectionError(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isConnectionError)
  if (!(error instanceof Error)) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (code === 'ENOENT' && !('syscall' in error && error.syscall === 'connect')) return false
  return systemCodes.has(code) || serverCode.test(code) || clientWords.test(error.message)
}

/** Seconds after which it is worth to ask again. */
export const retryAfter = 5

/** Said while the database is gone. */
export const databaseGone = {
  code: 'database-gone',
  severity: 'error',
  message: 'The database of this server does not answer.',
  path: '',
  help: 'Nothing that was saved is lost. Try again in a moment.',
} satisfies Problem
