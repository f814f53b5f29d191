import { guardedRoute } from '../../../../../../guard/guardedRoute'
import { publicFileOptions } from '../../../../../../server/publicFile'
import { designFile } from '../../../../../publicFiles'
import type { VersionParams } from '../../../../../readPublicVersion'

/** The design of one version; it never changes. */
export const GET = guardedRoute('GET /worker-types/[provisionerId]/[workerType]/versions/[number]/design.yml', 'readers', answer)

async function answer(request: Request, { params }: { params: VersionParams }): Promise<Response> {
  return designFile(request, await params)
}

export const OPTIONS = guardedRoute('OPTIONS /worker-types/[provisionerId]/[workerType]/versions/[number]/design.yml', 'everyone', publicFileOptions)
export { GET as HEAD }
