import { guardedRoute } from '@/app/_server/guard/guardedRoute'
import type { WorkerTypeParams } from '@/app/_server/workerTypes/openWorkerType'
import { statusAnswer } from '@/app/_server/workerTypes/readQueueStatuses'

/** How a worker type stands with its Queue. */
export const GET = guardedRoute('GET /worker-types/[provisionerId]/[workerType]/status.json', 'readers', answer, 'work')

async function answer(_request: Request, { params }: { params: WorkerTypeParams }): Promise<Response> {
  const { provisionerId, workerType } = await params
  return statusAnswer(`${provisionerId}/${workerType}`)
}
