import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import type { Trace } from '@/lib/lifecycle/trace'
import { traceTask } from '@/lib/lifecycle/traceTask'
import { declaredNames } from '@/lib/preview/declaredNames'
import { previewTasks } from '@/lib/preview/previewTasks'
import { readTasks } from '@/lib/preview/readTasks'
import { taskParts } from '@/lib/preview/taskParts'
import type { TaskError } from '@/lib/preview/taskVerdict'
import type { Job } from '@/lib/thread/job'
import { composeSubject, type Subject } from './composeSubject'
import type { CustomEntries } from './customCatalog'

export interface TraceInput {
  subject: Subject
  text: string
  /** the task fails where it can */
  fails: boolean
}

/** A task that was run through a worker type. */
export interface TracedText {
  name: string
  /** how many tasks the text has; the first is traced */
  tasks: number
  /** why the Queue would refuse it */
  refusals: TaskError[]
  trace: Trace
}

const mostRefusals = 5

/** Runs the first task of a text through a design. Problems: `no-payload-schema`, `no-tasks`, `unreadable-tasks`. */
export function trace({ subject, text, fails }: TraceInput, job: Job<never, CustomEntries>): Result<TracedText> {
  const { composition, catalog } = composeSubject(subject, job)
  if (composition?.unrestrictedSchema === undefined) {
    return refuse('no-payload-schema', 'The design has errors, so there is no worker that a task could run on.')
  }
  const read = readTasks(text, 'pasted')
  if (!read.ok) return fail(read.problems.map(({ file: _, ...problem }) => problem))
  const [task] = read.value
  if (task === undefined) return refuse('no-tasks', 'There is no task in it.')
  const { name, payload, scopes, facts, foreign } = taskParts(task, declaredNames(composition.unrestrictedSchema))
  if (foreign !== undefined) return refuse('no-tasks', foreign)
  const [verdict] = previewTasks(composition, [task])
  const refusals = (verdict?.errors ?? []).slice(0, mostRefusals)
  const traced = traceTask(composition, catalog, { payload, facts, fails, ...(scopes === undefined ? {} : { scopes }) })
  return succeed({ name, tasks: read.value.length, refusals, trace: traced })
}

function refuse(code: string, message: string) {
  const problem: Problem = { code, severity: 'error', message, path: '' }
  return fail([problem])
}
