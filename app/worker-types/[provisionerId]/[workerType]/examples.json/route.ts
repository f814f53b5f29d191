import { guardedRoute } from '@/app/_server/guard/guardedRoute'
import type { WorkerTypeParams } from '@/app/_server/workerTypes/openWorkerType'
import { examplesFile, publicFileOptions } from '@/app/_server/workerTypes/publicFile'

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
