import { guardedRoute } from '@/app/_server/guard/guardedRoute'
import { publicFileOptions, designFile } from '@/app/_server/workerTypes/publicFile'
import type { WorkerTypeParams } from '@/app/_server/workerTypes/openWorkerType'

/** The design that is in force. */
export const GET = guardedRoute('GET /worker-types/[provisionerId]/[workerType]/design.yml', 'readers', answer)

async function answer(request: Request, { params }: { params: WorkerTypeParams }): Promise<Response> {
  return designFile(request, await params)
}

export const OPTIONS = guardedRoute('OPTIONS /worker-types/[provisionerId]/[workerType]/design.yml', 'everyone', publicFileOptions)
export { GET as HEAD }
