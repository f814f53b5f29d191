import { asc, sql } from 'drizzle-orm'
import { ApiError } from '@/lib/queue/api/apiError'
import type { Database } from '@/lib/registry/store'
import { taskDependencies } from '@/lib/registry/tables/taskDependencies'
import { tasks } from '@/lib/registry/tables/tasks'
import { isOneOf } from './isOneOf'
import { schedule } from './schedule'
import type { TaskDefinition, TaskRow } from './task'

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
