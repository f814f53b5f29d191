import { guardedRoute } from '../../../../guard/guardedRoute'
import { publicFileOptions } from '../../../../server/publicFile'
import { designFile } from '../../../publicFiles'
import type { WorkerTypeParams } from '../../../workerTypeParams'

/** The design that is in force. */
export const GET = guardedRoute('GET /worker-types/[provisionerId]/[workerType]/design.yml', 'readers', answer)

async function answer(request: Request, { params }: { params: WorkerTypeParams }): Promise<Response> {
  return designFile(request, await params)
}

export const OPTIONS = guardedRoute('OPTIONS /worker-types/[provisionerId]/[workerType]/design.yml', 'everyone', publicFileOptions)
export { GET as HEAD }
