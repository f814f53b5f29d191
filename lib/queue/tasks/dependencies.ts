import { type AnyColumn, and, asc, eq, gte, inArray, type SQL, sql } from 'drizzle-orm'
import { ApiError } from '@/lib/queue/api/apiError'
import type { Database } from '@/lib/registry/store/store'
import { taskDependencies, tasks } from '@/lib/registry/tables/queueTables'
import { firstRun, type TaskDefinition, type TaskRow, taskRowSchema } from './task'

/**
 * Keeps what a new task waits for, and schedules it where that is resolved already; its row if it was scheduled. The dependencies stay
 * locked until the transaction ends, so that none is resolved unseen. Throws InputError for those that do not exist or expire before the
 * deadline.
 */
export async function trackDependencies(
  tx: Database,
  { taskId, deadline }: TaskRow,
  { dependencies, requires }: TaskDefinition,
  now: Date,
): Promise<TaskRow | undefined> {
  const found = await tx
    .select({ taskId: tasks.taskId, expires: tasks.expires, state: tasks.state })
    .from(tasks)
    .where(isOneOf(tasks.taskId, dependencies))
    .orderBy(asc(tasks.taskId))
    .for('share')
  const expiry = new Map(found.map((row) => [row.taskId, row.expires]))
  const missing = dependencies.filter((id) => !expiry.has(id))
  const early = dependencies.filter((id) => (expiry.get(id) ?? deadline) < deadline)
  const problems = [
    ...about(
      '`task.dependencies` references non-existing tasks:',
      missing,
      'They must exist before the task is created.',
    ),
    ...about(
      '`task.dependencies` references tasks that expire before `task.deadline`:',
      early,
      'They must live as long.',
    ),
  ]
  if (problems.length > 0) throw new ApiError('InputError', problems.join('\n'))
  const listed = sql`jsonb_array_elements_text(${JSON.stringify(dependencies)}::jsonb)`
  await tx.insert(taskDependencies).select(sql`select ${listed}, ${taskId}::text, ${requires}::text`)
  const satisfied = found.every(({ state }) => satisfies(state, requires))
  return satisfied ? (await schedule(tx, [taskId], now))[0] : undefined
}

function satisfies(state: TaskRow['state'], requires: TaskDefinition['requires']): boolean {
  return state === 'completed' || (requires === 'all-resolved' && (state === 'failed' || state === 'exception'))
}

function about(what: string, taskIds: string[], rule: string): string[] {
  return taskIds.length === 0 ? [] : [what, ...taskIds.slice(0, 100).map((id) => ` * ${id}`), rule]
}

/**
 * Schedules the tasks that wait for nothing any more, now that these tasks are resolved. Those that waited are locked first: of two
 * dependencies that are resolved at once, the second sees the first.
 */
export async function scheduleDependents(tx: Database, resolved: string[], now: Date): Promise<void> {
  const dependents = tx
    .select({ taskId: taskDependencies.dependentTaskId })
    .from(taskDependencies)
    .where(isOneOf(taskDependencies.taskId, resolved))
  const waiting = await tx
    .select({ taskId: tasks.taskId })
    .from(tasks)
    .where(and(inArray(tasks.taskId, dependents), eq(tasks.state, 'unscheduled'), gte(tasks.deadline, now)))
    .orderBy(asc(tasks.taskId))
    .for('update')
  if (waiting.length === 0) return
  const ids = waiting.map(({ taskId }) => taskId)
  const blocked = await tx
    .selectDistinct({ taskId: taskDependencies.dependentTaskId })
    .from(taskDependencies)
    .innerJoin(tasks, eq(tasks.taskId, taskDependencies.taskId))
    .where(
      and(
        isOneOf(taskDependencies.dependentTaskId, ids),
        sql`${tasks.state} <> 'completed'`,
        sql`not (${taskDependencies.requires} = 'all-resolved' and ${tasks.state} in ('failed', 'exception'))`,
      ),
    )
  const still = new Set(blocked.map(({ taskId }) => taskId))
  const free = ids.filter((id) => !still.has(id))
  if (free.length > 0) await schedule(tx, free, now)
}

/** Makes unscheduled tasks pending. The rows of those that it did this to. */
async function schedule(tx: Database, taskIds: string[], now: Date): Promise<TaskRow[]> {
  const rows = await tx
    .update(tasks)
    .set({ state: 'pending', runs: [firstRun(now)], scheduled: now })
    .where(and(isOneOf(tasks.taskId, taskIds), eq(tasks.state, 'unscheduled')))
    .returning()
  return rows.map((row) => taskRowSchema.parse(row))
}

/** Whether a column has one of any number of values: they are one parameter, since a statement takes no more than 65,535. */
function isOneOf(column: AnyColumn, values: string[]): SQL {
  return sql`${column} in (select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`
}
