import { canonicalJson } from '@/lib/base/canonicalJson'
import { currentVersion } from '@/lib/registry/currentVersion'
import { services } from '../../../../server/services'
import { textAnswer } from '../../../../server/textAnswer'
import { isTaskQueueId } from '../../../isTaskQueueId'
import type { WorkerTypeParams } from '../../../workerTypeParams'

/** The payload schema that is in force. */
export async function GET(_request: Request, { params }: { params: WorkerTypeParams }): Promise<Response> {
  const { provisionerId, workerType } = await params
  const { store } = await services()
  const taskQueueId = `${provisionerId}/${workerType}`
  const version = isTaskQueueId(taskQueueId) ? await currentVersion(store, taskQueueId) : undefined
  if (version === undefined) return textAnswer(404, 'No such worker type is registered.\n')
  return new Response(canonicalJson(version.payloadSchema), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'access-control-allow-origin': '*',
      'cache-control': 'no-cache',
      etag: `"${version.schemaSha256}"`,
    },
  })
}
