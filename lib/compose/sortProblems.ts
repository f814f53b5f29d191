import type { Problem } from '@/lib/base/problem'

const ORDER = { error: 0, warning: 1, notice: 2 } as const

/** Errors first, then by place, code and message; equal problems once, as the worst of them. */
export function sortProblems(problems: Problem[]): Problem[] {
  const sorted = problems.toSorted(
    (a, b) =>
      ORDER[a.severity] - ORDER[b.severity] ||
      compare(a.path, b.path) ||
      compare(a.code, b.code) ||
      compare(a.message, b.message),
  )
  const seen = new Set<string>()
  return sorted.filter((problem) => {
    const key = JSON.stringify([problem.code, problem.path, problem.message])
    return !seen.has(key) && seen.add(key)
  })
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
