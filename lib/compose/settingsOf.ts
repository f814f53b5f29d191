import { isJsonObject, type JsonObject } from '../base/json'
import type { Design } from './design'

/** The worker's settings as its configuration has them: with the identity in `worker`, where that of the design counts. */
export function settingsOf(design: Design): JsonObject {
  const { worker, ...rest } = design.settings
  if (worker !== undefined && !isJsonObject(worker)) return design.settings
  const identity: JsonObject = {}
  if (design.provisionerId !== '') identity.provisionerId = design.provisionerId
  if (design.workerType !== '') identity.workerType = design.workerType
  if (worker === undefined && Object.keys(identity).length === 0) return rest
  return { ...rest, worker: { ...worker, ...identity } }
}
