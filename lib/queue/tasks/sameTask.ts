import { equalJson } from '@/lib/base/equalJson'
import type { JsonObject } from '@/lib/base/json'
import { ApiError } from '@/lib/queue/api/apiError'
import type { TaskRow } from './task'

/** The task that is there, if it has this very definition. Throws RequestConflict. */
export function sameTask(found: TaskRow | undefined, taskId: string, definition: JsonObject): TaskRow {
  if (found !== undefined && equalJson(found.definition, definition)) return found
  throw new ApiError(
    'RequestConflict',
    `taskId \`${taskId}\` already used by another task.\n` +
      'Its definition is another one; a repetition must have the same dates as the first request.',
  )
}
