import { guardedRoute } from '@/app/guard/guardedRoute'
import { traceAnswer } from '@/app/trace/traceAnswer'
import { currentDesign } from '@/app/worker-types/currentDesign'
import type { WorkerTypeParams } from '@/app/worker-types/workerTypeParams'

/** The trace of a task on the version that is in force, as a file. */
export const POST = guardedRoute(
  'POST /worker-types/[provisionerId]/[workerType]/trace/file',
  'readers',
  answer,
  'work',
)

async function answer(request: Request, { params }: { params: WorkerTypeParams }): Promise<Response> {
  const { provisionerId, workerType } = await params
  return traceAnswer(request, await currentDesign(provisionerId, workerType))
}
