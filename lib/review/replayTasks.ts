import type { PreviewTask } from '../preview/previewTask'
import { taskParts } from '../preview/taskParts'
import { compilePayloadValidator } from '../schema/compilePayloadValidator'
import type { SchemaViolation } from '../schema/schemaViolation'
import type { ReviewSide } from './reviewSide'

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

const mostListed = 200

/** Real tasks under both payload schemas. */
export function replayTasks(tasks: Iterable<PreviewTask>, old: ReviewSide, next: ReviewSide): Replay {
  const before = compilePayloadValidator(old.payloadSchema)
  const after = compilePayloadValidator(next.payloadSchema)
  const ownPayload = Object.hasOwn(next.composition?.provenance ?? {}, 'payload')
  const counts = { stops: 0, starts: 0, works: 0, refused: 0 }
  const changed: ReplayedTask[] = []
  for (const task of tasks) {
    const { name, payload } = taskParts(task, ownPayload)
    const fate = fateOf(before.accepts(payload), after.accepts(payload))
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
