import { guardedRoute } from '@/app/guard/guardedRoute'
import { publicFileOptions } from '@/app/server/publicFile'
import { designFile } from '@/app/worker-types/publicFiles'
import type { VersionParams } from '@/app/worker-types/readPublicVersion'

/** The design of one version; it never changes. */
export const GET = guardedRoute('GET /worker-types/[provisionerId]/[workerType]/versions/[number]/design.yml', 'readers', answer)

async function answer(request: Request, { params }: { params: VersionParams }): Promise<Response> {
  return designFile(request, await params)
}

export const OPTIONS = guardedRoute('OPTIONS /worker-types/[provisionerId]/[workerType]/versions/[number]/design.yml', 'everyone', publicFileOptions)
export { GET as HEAD }
