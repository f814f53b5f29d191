import 'server-only'
import { currentVersion } from '@/lib/registry/currentVersion'
import { bundleAnswer } from '../server/bundleAnswer'
import { composeText } from '../server/composeText'
import { openCatalog } from '../server/openCatalog'
import { services } from '../server/services'
import { textAnswer } from '../server/textAnswer'
import { isTaskQueueId } from './isTaskQueueId'
import type { WorkerTypeParams } from './workerTypeParams'

/** The bundle of the version that is in force, composed from its design. */
export async function versionBundle(params: WorkerTypeParams, format: 'tar.gz' | 'zip'): Promise<Response> {
  const { provisionerId, workerType } = await params
  const { store } = await services()
  const taskQueueId = `${provisionerId}/${workerType}`
  const version = isTaskQueueId(taskQueueId) ? await currentVersion(store, taskQueueId) : undefined
  if (version === undefined) return textAnswer(404, 'No such worker type is registered.\n')
  return bundleAnswer(composeText(version.designYaml, await openCatalog()), format)
}
