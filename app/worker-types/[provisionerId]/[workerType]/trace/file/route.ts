import { traceAnswer } from '../../../../../trace/traceAnswer'
import { composeCurrent } from '../../../../composeCurrent'
import type { WorkerTypeParams } from '../../../../workerTypeParams'

/** The trace of a task on the version that is in force, as a file. */
export async function POST(request: Request, { params }: { params: WorkerTypeParams }): Promise<Response> {
  const { provisionerId, workerType } = await params
  return traceAnswer(request, await composeCurrent(provisionerId, workerType))
}
