import { standingAnswer } from '../../../standingAnswer'
import type { WorkerTypeParams } from '../../../workerTypeParams'

/** How a worker type stands with its Queue. */
export async function GET(_request: Request, { params }: { params: WorkerTypeParams }): Promise<Response> {
  const { provisionerId, workerType } = await params
  return standingAnswer(`${provisionerId}/${workerType}`)
}
