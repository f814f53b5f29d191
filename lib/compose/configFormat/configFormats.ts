import type { ConfigFormat } from './configFormat'
import { taskclusterWorkerFormat } from './taskclusterWorkerFormat'

/** Every layout that a worker entry may name as its `configFormat`. */
export const configFormats: Record<string, ConfigFormat> = {
  'taskcluster-worker': taskclusterWorkerFormat,
}
