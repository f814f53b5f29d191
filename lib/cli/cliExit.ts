import type { Problem } from '@/lib/base/problem'

/** Ends a command: 1 when the answer is no, 2 when it could not be asked (usage, unreadable input). Caught in `main` alone. */
export class CliExit extends Error {
  override readonly name = 'CliExit'

  constructor(
    readonly status: 1 | 2,
    readonly problems: Problem[],
  ) {
    super(problems[0]?.message ?? '')
  }
}
