import { publicFileOptions } from '../../../../server/publicFile'
import { examplesFile } from '../../../publicFiles'
import type { WorkerTypeParams } from '../../../workerTypeParams'

/** Example tasks of the version that is in force. */
export async function GET(request: Request, { params }: { params: WorkerTypeParams }): Promise<Response> {
  return examplesFile(request, await params)
}

export { GET as HEAD, publicFileOptions as OPTIONS }
