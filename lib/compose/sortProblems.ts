import type { Problem } from '../base/problem'

const ORDER = { error: 0, warning: 1, notice: 2 } as const

/** Errors first, then by place and code; equal problems once. */
export function sortProblems(problems: Problem[]): Problem[] {
  const seen = new Set<string>()
  const unique = problems.filter((problem) => {
    const key = JSON.stringify([problem.code, problem.path, problem.message])
    return !seen.has(key) && seen.add(key)
  })
  return unique.sort(
    (a, b) => ORDER[a.severity] - ORDER[b.severity] || compare(a.path, b.path) || compare(a.code, b.code),
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
