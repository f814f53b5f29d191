import { canonicalJson } from '../base/canonicalJson'
import type { JsonObject } from '../base/json'
import type { Composition } from '../compose/composition'

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
