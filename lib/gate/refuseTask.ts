import type { SchemaReasons } from '@/lib/preview/attributeViolations'
import { ApiError } from '@/lib/queue/api/apiError'
import { defineMethod } from '@/lib/queue/api/defineMethod'
import type { Method } from '@/lib/queue/api/method'
import { createTask } from '@/lib/queue/methods/tasks'
import { createTaskRequest } from '@/lib/queue/schemas/tasks'
import { checkDefinition } from '@/lib/queue/tasks/checkDefinition'
import { payloadRefusal } from '@/lib/queue/tasks/payloadRefusal'
import type { SchemaViolation } from '@/lib/schema/validate/explain/finding'

/** Why a task must not reach upstream. */
export interface Refusal {
  taskQueueId: string
  /** of the schema that is violated */
  sha256: string
  violations: SchemaViolation[]
  /** nothing else should be worked out about the payload */
  heavy: boolean
}

/**
 * createTask for a task that must not reach upstream: the same checks as ever in the same order, so that a caller without scopes hears of
 * the scopes, and then the refusal. It never ends well. `reasons` finds what was kept with the schema.
 */
export function refuseTask(
  { taskQueueId, violations, heavy }: Refusal,
  pagesUrl: string,
  reasons: () => Promise<SchemaReasons | undefined>,
): Method {
  const { run: _run, input: _input, ...published } = createTask
  return defineMethod({
    ...published,
    input: createTaskRequest,
    async handle(call) {
      const { payload } = await checkDefinition(call)
      const known = heavy ? {} : { payload, reasons: await reasons() }
      const words = payloadRefusal(pagesUrl, taskQueueId, violations, known)
      throw new ApiError('InputValidationError', words)
    },
  })
}
