import { guardedRoute } from '../../../../../../guard/guardedRoute'
import { publicFileOptions } from '../../../../../../server/publicFile'
import { schemaFile } from '../../../../../publicFiles'
import type { VersionParams } from '../../../../../readPublicVersion'

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
