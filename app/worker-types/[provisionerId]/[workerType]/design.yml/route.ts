import { guardedRoute } from '@/app/guard/guardedRoute'
import { publicFileOptions } from '@/app/server/publicFile'
import { designFile } from '@/app/worker-types/publicFiles'
import type { WorkerTypeParams } from '@/app/worker-types/workerTypeParams'

/** The design that is in force. */
export const GET = guardedRoute('GET /worker-types/[provisionerId]/[workerType]/design.yml', 'readers', answer)

async function answer(request: Request, { params }: { params: WorkerTypeParams }): Promise<Response> {
  return designFile(request, await params)
}

export const OPTIONS = guardedRoute('OPTIONS /worker-types/[provisionerId]/[workerType]/design.yml', 'everyone', publicFileOptions)
export { GET as HEAD }
