import type { Problem } from '@/lib/base/problem'

/** What was exported or imported. */
export interface BackupSummary {
  /** by table, in the order of the file */
  rows: Record<string, number>
  /** of the file before its last line */
  sha256: string
  /** the clients, which have no access tokens in a backup */
  clients: string[]
  warnings: Problem[]
}

const mostKept = 30

/** Warnings about many rows: the first of them, and how many there were beside. */
export interface WarningList {
  add(problems: Problem[]): void
  all(): Problem[]
}

/** No warnings yet. */
export function warningList(): WarningList {
  const kept: Problem[] = []
  let others = 0
  return {
    add(problems) {
      for (const problem of problems) {
        if (kept.length < mostKept) kept.push({ ...problem, severity: 'warning' })
        else others++
      }
    },
    all() {
      if (others === 0) return kept
      const message = `${others} more warnings are not shown`
      return [...kept, { code: 'more-warnings', severity: 'warning', message, path: '' }]
    },
  }
}
