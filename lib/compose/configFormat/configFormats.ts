import type { ConfigFormat } from './configFormat'
import { genericWorkerFormat } from './genericWorkerFormat'
import { taskclusterWorkerFormat } from './taskclusterWorkerFormat'

/** Every layout that a worker entry may name as its `configFormat`. */
export const configFormats: Record<string, ConfigFormat> = {
  'generic-worker': genericWorkerFormat,
  'taskcluster-worker': taskclusterWorkerFormat,
}
