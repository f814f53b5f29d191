import { guardedRoute } from '@/app/guard/guardedRoute'
import { standingAnswer } from '@/app/worker-types/standingAnswer'
import type { WorkerTypeParams } from '@/app/worker-types/workerTypeParams'

/** How a worker type stands with its Queue. */
export const GET = guardedRoute('GET /worker-types/[provisionerId]/[workerType]/status.json', 'readers', answer, 'work')

async function answer(_request: Request, { params }: { params: WorkerTypeParams }): Promise<Response> {
  const { provisionerId, workerType } = await params
  return standingAnswer(`${provisionerId}/${workerType}`)
}
