import { publicFileOptions } from '../../../../server/publicFile'
import { schemaFile } from '../../../publicFiles'
import type { WorkerTypeParams } from '../../../workerTypeParams'

/** The payload schema that is in force. */
export async function GET(request: Request, { params }: { params: WorkerTypeParams }): Promise<Response> {
  return schemaFile(request, await params)
}

export { GET as HEAD, publicFileOptions as OPTIONS }
