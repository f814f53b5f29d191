import { guardedRoute } from '@/app/_server/guard/guardedRoute'
import type { VersionParams } from '@/app/_server/workerTypes/openWorkerType'
import { publicFileOptions, publicSchemaFile } from '@/app/_server/workerTypes/publicFile'

/** The payload schema of one version; it never changes. */
export const GET = guardedRoute(
  'GET /worker-types/[provisionerId]/[workerType]/versions/[number]/schema.json',
  'readers',
  answer,
)

async function answer(request: Request, { params }: { params: VersionParams }): Promise<Response> {
  return publicSchemaFile(request, await params)
}

export const OPTIONS = guardedRoute(
  'OPTIONS /worker-types/[provisionerId]/[workerType]/versions/[number]/schema.json',
  'everyone',
  publicFileOptions,
)
export { GET as HEAD }
