import type { Problem } from '@/lib/base/problem'
import type { Replay } from '@/lib/review/replayTasks'

/** What became of the tasks of the last preview under the two schemas. */
export interface ReplayState {
  problems: Problem[]
  replay?: Replay
}
