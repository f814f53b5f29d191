import { publicFileOptions } from '../../../../server/publicFile'
import { designFile } from '../../../publicFiles'
import type { WorkerTypeParams } from '../../../workerTypeParams'

/** The design that is in force. */
export async function GET(request: Request, { params }: { params: WorkerTypeParams }): Promise<Response> {
  return designFile(request, await params)
}

export { GET as HEAD, publicFileOptions as OPTIONS }
