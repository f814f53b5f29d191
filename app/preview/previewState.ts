import type { Problem } from '@/lib/base/problem'
import type { TaskVerdict } from '@/lib/preview/taskVerdict'

/** What a preview has come to. Verdicts beyond the first `verdicts.length` are only counted. */
export interface PreviewState {
  problems: Problem[]
  counts?: { all: number; runs: number; refused: number; fails: number }
  verdicts: TaskVerdict[]
}
