import type { Result } from '@/lib/base/problem'
import { readTasks } from '@/lib/preview/readTasks'
import { type Replay, type ReplaySchemas, replayTasks } from '@/lib/review/replayTasks'

export interface ReplayInput extends ReplaySchemas {
  text: string
}

/** What becomes of the tasks in a text under two payload schemas. */
export function replay({ text, ...schemas }: ReplayInput): Result<Replay> {
  const tasks = readTasks(text, 'last preview')
  if (!tasks.ok) return { ok: false, problems: tasks.problems.map(({ file: _, ...problem }) => problem) }
  return { ok: true, value: replayTasks(tasks.value, schemas), problems: [] }
}
