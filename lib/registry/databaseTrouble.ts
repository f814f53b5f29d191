import type { Problem } from '@/lib/base/problem'
import { databaseGone, isDatabaseGone, retryAfter } from './databaseGone'

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
export interface Trouble extends Problem {
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

/** In words for whoever asked, why a database could not do what it was asked, where that is no fault of ours; undefined for other errors. */
export function databaseTrouble(error: unknown): Trouble | undefined {
  // told by their names: the classes are others in each bundle of the app
  for (const cause of causesOf(error)) {
    if (cause.name === 'DatabaseStopped') return troubles.stopped
    if (cause.name === 'DiskFull' || codeOf(cause) === diskFull) return troubles.full
  }
  return isDatabaseGone(error) ? troubles.gone : undefined
}

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
