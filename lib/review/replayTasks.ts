import type { JsonObject } from '@/lib/base/json'
import { declaredNames, taskParts } from '@/lib/preview/taskParts'
import type { PreviewTask } from '@/lib/preview/taskVerdict'
import { compilePayloadValidator } from '@/lib/schema/validate/compilePayloadValidator'
import type { SchemaViolation } from '@/lib/schema/validate/explain/finding'

/** What a change does to one task: it stops working, works only now, works as before, or is refused as before. */
export type TaskFate = 'stops' | 'starts' | 'works' | 'refused'

export interface ReplayedTask {
  index: number
  name: string
  fate: TaskFate
  /** why the new schema refuses it */
  violations: SchemaViolation[]
}

export interface Replay {
  counts: Record<TaskFate, number>
  /** those that stop working or work only now, in order */
  tasks: ReplayedTask[]
}

/** The payload schemas that tasks are held against. */
export interface ReplaySchemas {
  old: JsonObject
  next: JsonObject
}

const mostListed = 200

/** Real tasks under both payload schemas. */
export function replayTasks(tasks: Iterable<PreviewTask>, { old, next }: ReplaySchemas): Replay {
  const before = compilePayloadValidator(old)
  const after = compilePayloadValidator(next)
  const declared = new Set([...declaredNames(old), ...declaredNames(next)])
  const counts = { stops: 0, starts: 0, works: 0, refused: 0 }
  const changed: ReplayedTask[] = []
  for (const task of tasks) {
    const { name, payload, foreign } = taskParts(task, declared)
    const fate = foreign === undefined ? fateOf(before.accepts(payload), after.accepts(payload)) : 'refused'
    counts[fate]++
    if ((fate === 'stops' || fate === 'starts') && changed.length < mostListed)
      changed.push({ index: task.index, name, fate, violations: fate === 'stops' ? after(payload) : [] })
  }
  return { counts, tasks: changed }
}

function fateOf(worked: boolean, works: boolean): TaskFate {
  if (worked) return works ? 'works' : 'stops'
  return works ? 'starts' : 'refused'
}
