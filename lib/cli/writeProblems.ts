import type { Problem } from '@/lib/base/problem'
import { formatProblem } from './formatProblem'
import type { Output } from './output'

/** Writes problems to stderr, one a line. */
export function writeProblems(problems: Problem[], output: Output): void {
  for (const problem of problems) output.stderr(`${formatProblem(problem)}\n`)
}
