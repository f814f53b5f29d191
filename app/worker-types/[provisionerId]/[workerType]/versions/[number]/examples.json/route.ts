import { guardedRoute } from '@/app/_server/guard/guardedRoute'
import type { VersionParams } from '@/app/_server/workerTypes/openWorkerType'
import { examplesFile, publicFileOptions } from '@/app/_server/workerTypes/publicFile'

/** Example tasks of one version. */
export const GET = guardedRoute(
  'GET /worker-types/[provisionerId]/[workerType]/versions/[number]/examples.json',
  'readers',
  answer,
  'work',
)

async function answer(request: Request, { params }: { params: VersionParams }): Promise<Response> {
  return examplesFile(request, await params)
}

export const OPTIONS = guardedRoute(
  'OPTIONS /worker-types/[provisionerId]/[workerType]/versions/[number]/examples.json',
  'everyone',
  publicFileOptions,
)
export { GET as HEAD }
