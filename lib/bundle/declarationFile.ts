import { canonicalJson } from '@/lib/base/canonicalJson'
import type { JsonObject } from '@/lib/base/json'
import type { Composition } from '@/lib/compose/composition'

/** `worker-type.json`: the identity of the worker type and the body of its `declareWorkerType`. */
export function declarationFile(composition: Composition, effectiveSchema: JsonObject): string {
  const { provisionerId, workerType, design } = composition
  return canonicalJson({
    provisionerId,
    workerType,
    taskQueueId: `${provisionerId}/${workerType}`,
    declaration: { description: design.description, stability: 'experimental', payloadSchema: effectiveSchema },
  })
}
