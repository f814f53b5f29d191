import { ApiError } from '@/lib/queue/api/apiError'
import type { Call } from '@/lib/queue/api/method'
import { lastInForce, validatorInForce } from '@/lib/queue/taskQueues/schemaInForce'
import { readReasons } from '@/lib/queue/taskQueues/schemaReasons'
import type { Store } from '@/lib/registry/store/store'
import { insertTask } from './insertTask'
import { payloadRefusal } from './payloadRefusal'
import { readTask, sameTask, type TaskDefinition, type TaskRow } from './task'

/** More changes of a schema than this during one request are a failure of ours. */
const mostAttempts = 10

/**
 * Keeps a task whose payload satisfies the schema that is in force at the moment when it is kept. The schema that was in force last time is
 * tried first, since reading it takes longer than checking by it: the task is only kept if it still is, and only refused by one that was read
 * for it. Throws InputValidationError with all violations, and what `insertTask` throws.
 */
export async function acceptTask(
  store: Store,
  taskId: string,
  definition: TaskDefinition,
  { now, rootUrl, onRefusal }: Pick<Call, 'now' | 'rootUrl' | 'onRefusal'>,
): Promise<TaskRow> {
  const { taskQueueId, payload } = definition
  const known = lastInForce(store)
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const fresh = attempt > 0 || !known.has(taskQueueId)
    const inForce = fresh ? await validatorInForce(store, taskQueueId, now) : known.get(taskQueueId)
    known.set(taskQueueId, inForce)
    const { violations, heavy } = (await inForce?.decide(payload)) ?? { violations: [], heavy: false }
    if (inForce === undefined || violations.length === 0) {
      const kept = await insertTask(store, taskId, definition, { now, schemaSha256: inForce?.sha256 ?? null })
      if (kept !== undefined) return kept
    } else if (fresh) {
      // A task that was accepted under an earlier schema is still the same task when its request is repeated.
      const found = await readTask(store.database, taskId)
      if (found !== undefined) return sameTask(found, taskId, { ...definition })
      onRefusal?.(taskQueueId)
      const known = heavy ? {} : { payload, reasons: await readReasons(store, { taskQueueId, sha256: inForce.sha256 }) }
      throw new ApiError('InputValidationError', payloadRefusal(rootUrl, taskQueueId, violations, known))
    }
  }
  throw new Error(`the schema of ${taskQueueId} changed ${mostAttempts} times during one request`)
}
