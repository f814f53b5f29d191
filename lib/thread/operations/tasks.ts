import { fail, type Problem, type Result, succeed } from '@/lib/base/problem'
import type { Trace } from '@/lib/lifecycle/trace'
import { traceTask } from '@/lib/lifecycle/traceTask'
import { previewTasks } from '@/lib/preview/previewTasks'
import { type PreviewSummary, previewText } from '@/lib/preview/previewText'
import { readTasks } from '@/lib/preview/readTasks'
import { declaredNames, taskParts } from '@/lib/preview/taskParts'
import type { TaskError } from '@/lib/preview/taskVerdict'
import { type Replay, type ReplaySchemas, replayTasks } from '@/lib/review/replayTasks'
import { composeSubject, type Subject } from './composeSubject'
import type { CustomEntries } from './entries'
import type { Job } from './job'

/** milliseconds between two reports on how far it is */
const reportEvery = 100

/** What becomes of the tasks in a text. How far it is goes ahead: a task that never ends leaves what was known before it. */
export function preview(
  { subject, text }: { subject: Subject; text: string },
  job: Job<PreviewSummary, CustomEntries>,
): PreviewSummary {
  const { composition } = composeSubject(subject, job)
  let last = Number.NEGATIVE_INFINITY
  return previewText(composition, text, {
    outOfTime: job.outOfTime,
    onProgress(summary) {
      const now = performance.now()
      if (now - last < reportEvery) return
      last = now
      job.sendAhead(summary())
    },
  })
}

interface TraceInput {
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

interface ReplayInput extends ReplaySchemas {
  text: string
}

/** What becomes of the tasks in a text under two payload schemas. */
export function replay({ text, ...schemas }: ReplayInput): Result<Replay> {
  const tasks = readTasks(text, 'last preview')
  if (!tasks.ok) return { ok: false, problems: tasks.problems.map(({ file: _, ...problem }) => problem) }
  return { ok: true, value: replayTasks(tasks.value, schemas), problems: [] }
}
