import { guardedRoute } from '../../../../../guard/guardedRoute'
import { traceAnswer } from '../../../../../trace/traceAnswer'
import { currentDesign } from '../../../../currentDesign'
import type { WorkerTypeParams } from '../../../../workerTypeParams'

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
