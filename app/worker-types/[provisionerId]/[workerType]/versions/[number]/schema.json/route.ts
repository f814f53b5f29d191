import { guardedRoute } from '@/app/guard/guardedRoute'
import { publicFileOptions } from '@/app/server/publicFile'
import { schemaFile } from '@/app/worker-types/publicFiles'
import type { VersionParams } from '@/app/worker-types/readPublicVersion'

/** The payload schema of one version; it never changes. */
export const GET = guardedRoute(
  'GET /worker-types/[provisionerId]/[workerType]/versions/[number]/schema.json',
  'readers',
  answer,
)

async function answer(request: Request, { params }: { params: VersionParams }): Promise<Response> {
  return schemaFile(request, await params)
}

export const OPTIONS = guardedRoute(
  'OPTIONS /worker-types/[provisionerId]/[workerType]/versions/[number]/schema.json',
  'everyone',
  publicFileOptions,
)
export { GET as HEAD }
