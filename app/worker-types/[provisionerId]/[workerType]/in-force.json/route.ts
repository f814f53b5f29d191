import { guardedRoute } from '@/app/_server/guard/guardedRoute'
import { inForceAnswer } from '@/app/_server/review/stateInForce'
import type { WorkerTypeParams } from '@/app/_server/workerTypes/openWorkerType'

export const dynamic = 'force-dynamic'

/** What the Queue holds the tasks of a worker type against at this moment. */
export const GET = guardedRoute(
  'GET /worker-types/[provisionerId]/[workerType]/in-force.json',
  'readers',
  answer,
  'work',
)

async function answer(_request: Request, { params }: { params: WorkerTypeParams }): Promise<Response> {
  return inForceAnswer(await params)
}
