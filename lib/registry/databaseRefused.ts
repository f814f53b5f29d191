import type { Problem } from '@/lib/base/problem'

/** A database that must not be used, or begun anew, as it is: nothing was changed, and the problem says what to do. */
export class DatabaseRefused extends Error {
  override readonly name = 'DatabaseRefused'
  readonly problem: Problem

  constructor(code: string, message: string, help: string) {
    super(message)
    this.problem = { code, severity: 'error', message, path: '', help }
  }
}
