import { guardedRoute } from '@/app/guard/guardedRoute'
import { publicFileOptions } from '@/app/server/publicFile'
import { examplesFile } from '@/app/worker-types/publicFiles'
import type { WorkerTypeParams } from '@/app/worker-types/workerTypeParams'

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
