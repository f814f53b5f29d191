import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '@/lib/registry/store/store'
import { tasks } from '@/lib/registry/tables/queueTables'
import { scheduleDependents } from './dependencies'
import { type TaskRow, taskRowSchema, unresolvedStates } from './task'

/** Which tasks to cancel. */
export type CancelledTasks = { taskId: string } | { taskGroupId: string }

/**
 * Resolves the tasks that are not resolved as `exception`, `canceled`; one without a run gets a run for it. Tasks that waited for the end of
 * theirs are scheduled. The rows of those that were canceled now.
 */
export async function cancelTasks(tx: Database, which: CancelledTasks, now: Date): Promise<TaskRow[]> {
  const those = 'taskId' in which ? eq(tasks.taskId, which.taskId) : eq(tasks.taskGroupId, which.taskGroupId)
  const found = await tx
    .select()
    .from(tasks)
    .where(and(those, inArray(tasks.state, [...unresolvedStates])))
    .orderBy(asc(tasks.taskId))
    .for('update')
  if (found.length === 0) return []
  const cancelled = found.map((row) => canceled(taskRowSchema.parse(row), now))
  const changes = JSON.stringify(cancelled.map(({ taskId, runs }) => ({ task_id: taskId, runs: JSON.stringify(runs) })))
  await tx
    .update(tasks)
    .set({ state: 'exception', runs: sql`changes.runs`, scheduled: sql`coalesce(${tasks.scheduled}, ${now.toJSON()})` })
    .from(sql`jsonb_to_recordset(${changes}::jsonb) as changes(task_id text, runs text)`)
    .where(sql`changes.task_id = ${tasks.taskId}`)
  await scheduleDependents(
    tx,
    cancelled.map(({ taskId }) => taskId),
    now,
  )
  return cancelled
}

function canceled(row: TaskRow, now: Date): TaskRow {
  const end = { state: 'exception', reasonResolved: 'canceled', resolved: now.toJSON() }
  const last = row.runs.at(-1) ?? { runId: 0, reasonCreated: 'exception', scheduled: now.toJSON() }
  return { ...row, state: 'exception', runs: [...row.runs.slice(0, -1), { ...last, ...end }] }
}
