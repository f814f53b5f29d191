import { and, asc, eq, gte, inArray, sql } from 'drizzle-orm'
import type { Database } from '@/lib/registry/store'
import { taskDependencies } from '@/lib/registry/tables/taskDependencies'
import { tasks } from '@/lib/registry/tables/tasks'
import { isOneOf } from './isOneOf'
import { schedule } from './schedule'

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
