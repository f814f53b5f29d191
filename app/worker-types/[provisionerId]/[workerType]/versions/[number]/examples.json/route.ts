import { guardedRoute } from '@/app/guard/guardedRoute'
import { publicFileOptions } from '@/app/server/publicFile'
import { examplesFile } from '@/app/worker-types/publicFiles'
import type { VersionParams } from '@/app/worker-types/readPublicVersion'

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
