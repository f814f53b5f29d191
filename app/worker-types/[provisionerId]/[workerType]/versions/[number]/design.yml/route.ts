import { guardedRoute } from '@/app/_server/guard/guardedRoute'
import { publicFileOptions, designFile } from '@/app/_server/workerTypes/publicFile'
import type { VersionParams } from '@/app/_server/workerTypes/openWorkerType'

/** The design of one version; it never changes. */
export const GET = guardedRoute('GET /worker-types/[provisionerId]/[workerType]/versions/[number]/design.yml', 'readers', answer)

async function answer(request: Request, { params }: { params: VersionParams }): Promise<Response> {
  return designFile(request, await params)
}

export const OPTIONS = guardedRoute('OPTIONS /worker-types/[provisionerId]/[workerType]/versions/[number]/design.yml', 'everyone', publicFileOptions)
export { GET as HEAD }
