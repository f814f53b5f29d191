import { guardedRoute } from '@/app/_server/guard/guardedRoute'
import { traceAnswer } from '@/app/_server/tasks/traceText'
import { currentDesign, type WorkerTypeParams } from '@/app/_server/workerTypes/openWorkerType'

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
