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

/** In words for whoever asked, why a database could not do what it was asked, where that is no fault of ours; undefined for other errors. */
export function databaseTrouble(error: unknown): Trouble | undefined {
  // told by their names: the classes are others in each bundle of the app
  for (const cause of causesOf(error)) {
    if (cause.name === 'DatabaseStopped') return troubles.stopped
    if (cause.name === 'DiskFull' || codeOf(cause) === diskFull) return troubles.full
  }
  return isDatabaseGone(error) ? troubles.gone : undefined
}

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
const databaseGone = {
  code: 'database-gone',
  severity: 'error',
  message: 'The database of this server does not answer.',
  path: '',
  help: 'Nothing that was saved is lost. Try again in a moment.',
} satisfies Problem

/** PostgreSQL's code for a disk that is full. */
export const diskFull = '53100'

/** Nothing can be kept, since the disk is full; what is there can be read. */
export class DiskFull extends Error {
  override readonly name = 'DiskFull'
  constructor(cause: unknown) {
    super('the disk of the database is full', { cause })
  }
}

/** The embedded database has stopped in the middle of its work, and has to be opened again, by a new process. What was acknowledged is kept. */
export class DatabaseStopped extends Error {
  override readonly name = 'DatabaseStopped'
  constructor(cause: unknown) {
    super('the database has stopped', { cause })
  }
}

/** A problem that may be over after so many seconds. */
interface Trouble extends Problem {
  help: string
  retryAfter: number
}

const troubles = {
  gone: { ...databaseGone, retryAfter },
  full: {
    retryAfter: 30,
    code: 'disk-full',
    severity: 'error',
    message: 'The disk of this server is full: nothing can be saved until there is room on it.',
    path: '',
    help: 'Nothing of this was saved, and what was saved before is still there. Ask an admin of this server to make room, and try again.',
  },
  stopped: {
    retryAfter: 30,
    code: 'database-stopped',
    severity: 'error',
    message: 'The database of this server has stopped, and starts again with the server.',
    path: '',
    help: 'Try again in a moment: what was saved before is still there.',
  },
} satisfies Record<string, Trouble>

/** Does what is not worth failing for: it is left out while the disk is full. */
export async function unlessFull(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (databaseTrouble(error) !== troubles.full) throw error
  }
}

/** Whether an error, or what it comes from, has one of PostgreSQL's codes. */
export function hasCode(error: unknown, ...codes: string[]): boolean {
  return causesOf(error).some((cause) => codes.includes(codeOf(cause)))
}

function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : ''
}

function causesOf(error: unknown): Error[] {
  const causes: Error[] = []
  for (let cause = error; cause instanceof Error && !causes.includes(cause); cause = cause.cause) causes.push(cause)
  return causes
}
