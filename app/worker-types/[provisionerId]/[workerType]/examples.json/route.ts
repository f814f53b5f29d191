import { guardedRoute } from '../../../../guard/guardedRoute'
import { publicFileOptions } from '../../../../server/publicFile'
import { examplesFile } from '../../../publicFiles'
import type { WorkerTypeParams } from '../../../workerTypeParams'

/** Example tasks of the version that is in force. */
export const GET = guardedRoute(
  'GET /worker-types/[provisionerId]/[workerType]/examples.json',
  'readers',
  answer,
  'work',
)

async function answer(request: Request, { params }: { params: WorkerTypeParams }): Promise<Response> {
  return examplesFile(request, await params)
}

export const OPTIONS = guardedRoute(
  'OPTIONS /worker-types/[provisionerId]/[workerType]/examples.json',
  'everyone',
  publicFileOptions,
)
export { GET as HEAD }
