import type { JsonObject } from '@/lib/base/json'
import type { TaskDefinition, TaskRow } from './task'

/** The row of a task that was just created, pending or waiting for its dependencies. */
export function newTaskRow(taskId: string, definition: TaskDefinition, now: Date, pending: boolean): TaskRow {
  return {
    taskId,
    taskQueueId: definition.taskQueueId,
    taskGroupId: definition.taskGroupId,
    definition: { ...definition },
    deadline: new Date(definition.deadline),
    expires: new Date(definition.expires),
    state: pending ? 'pending' : 'unscheduled',
    retriesLeft: definition.retries,
    runs: pending ? [firstRun(now)] : [],
    scheduled: pending ? now : null,
  }
}

/** The run of a task that became pending. */
export function firstRun(now: Date): JsonObject {
  return { runId: 0, state: 'pending', reasonCreated: 'scheduled', scheduled: now.toJSON() }
}
