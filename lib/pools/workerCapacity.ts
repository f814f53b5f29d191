import { getOwn, type JsonObject } from '@/lib/base/json'

/** How many tasks a worker with this flat configuration runs at once: 1 where it does not say. */
export function workerCapacity(config: JsonObject): number {
  const capacity = getOwn(config, 'capacity')
  return typeof capacity === 'number' ? capacity : 1
}
