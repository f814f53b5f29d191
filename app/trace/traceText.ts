import 'server-only'
import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import type { Composition } from '@/lib/compose/composition'
import type { Trace } from '@/lib/lifecycle/trace'
import { traceTask } from '@/lib/lifecycle/traceTask'
import type { PreviewTask } from '@/lib/preview/previewTask'
import { readTasks } from '@/lib/preview/readTasks'
import { taskParts } from '@/lib/preview/taskParts'
import type { ComposedText } from '../server/composeText'

/** A task that was run through a worker type. */
export interface TracedText {
  composition: Composition
  task: PreviewTask
  name: string
  /** how many tasks the text has; the first is traced */
  tasks: number
  trace: Trace
}

const largestText = 256 * 1024

/** Runs the first task of a text through a worker type. Problems: `no-payload-schema`, `task-too-large`, `no-tasks`, `unreadable-tasks`. */
export function traceText(
  { composition, catalog }: ComposedText,
  text: string,
  { fails }: { fails: boolean },
): Result<TracedText> {
  if (composition?.unrestrictedSchema === undefined) {
    return refuse('no-payload-schema', 'The design has errors, so there is no worker that a task could run on.')
  }
  const size = Buffer.byteLength(text)
  if (size > largestText) {
    const message = `The text has ${Math.ceil(size / 1024).toLocaleString('en')} KB; a trace takes at most ${largestText / 1024} KB.`
    return refuse('task-too-large', message, 'Look at larger tasks with wtd trace on the command line.')
  }
  const read = readTasks(text, 'pasted')
  if (!read.ok) return fail(read.problems.map(({ file: _, ...problem }) => problem))
  const [task] = read.value
  if (task === undefined) return refuse('no-tasks', 'There is no task in it.')
  const { name, payload, scopes, facts } = taskParts(task, Object.hasOwn(composition.provenance, 'payload'))
  const trace = traceTask(composition, catalog, { payload, facts, fails, ...(scopes === undefined ? {} : { scopes }) })
  return succeed({ composition, task, name, tasks: read.value.length, trace })
}

function refuse(code: string, message: string, help?: string) {
  const problem: Problem = { code, severity: 'error', message, path: '', ...(help === undefined ? {} : { help }) }
  return fail([problem])
}
