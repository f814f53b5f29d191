import type { Result } from '../../base/problem'
import { readTasks } from '../../preview/readTasks'
import { type Replay, type ReplaySchemas, replayTasks } from '../../review/replayTasks'

export interface ReplayInput extends ReplaySchemas {
  text: string
}

/** What becomes of the tasks in a text under two payload schemas. */
export function replay({ text, ...schemas }: ReplayInput): Result<Replay> {
  const tasks = readTasks(text, 'last preview')
  if (!tasks.ok) return { ok: false, problems: tasks.problems.map(({ file: _, ...problem }) => problem) }
  return { ok: true, value: replayTasks(tasks.value, schemas), problems: [] }
}
