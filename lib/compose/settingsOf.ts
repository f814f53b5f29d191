import { isJsonObject, type JsonObject } from '@/lib/base/json'
import type { WorkerEntry } from '@/lib/catalog/entry'
import type { Design } from './design'

/** The worker's settings as its configuration has them: with the identity in the setting that the worker has for it, where
 * that of the design counts. */
export function settingsOf(design: Design, { identity: { setting } }: WorkerEntry): JsonObject {
  if (setting === undefined) return design.settings
  const { [setting]: named, ...rest } = design.settings
  if (named !== undefined && !isJsonObject(named)) return design.settings
  const identity: JsonObject = {}
  if (design.provisionerId !== '') identity.provisionerId = design.provisionerId
  if (design.workerType !== '') identity.workerType = design.workerType
  if (named === undefined && Object.keys(identity).length === 0) return rest
  return { ...rest, [setting]: { ...named, ...identity } }
}
