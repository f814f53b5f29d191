import type { Problem } from '@/lib/base/problem'

/** Ends the reading or writing of a backup from inside a transaction, which is undone. Caught in this room alone. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused'

  constructor(readonly problems: Problem[]) {
    super(problems[0]?.message ?? '')
  }
}

/** The same with one problem. */
export function refused(code: string, message: string, more: Partial<Problem> = {}): BackupRefused {
  return new BackupRefused([{ code, severity: 'error', message, path: '', ...more }])
}
